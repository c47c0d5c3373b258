import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { newWorkspace } from "./support/new-workspace";

const ROWS = 30_000;

test("an import goes on while its page is reloaded, left and found again, and can be undone", async ({ page }) => {
  const slug = await newWorkspace(page, "reloaded");
  await page.goto(`/w/${slug}/data`);
  const text = `externalId,name\n${Array.from({ length: ROWS }, (_, n) => `N-${n},Number ${n} of many`).join("\n")}\n`;
  await page.getByLabel("CSV files").setInputFiles({ name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Import", exact: true }).click({ timeout: 60_000 });
  await expect(page.getByRole("progressbar", { name: "Import" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("progressbar", { name: "Import" }).or(page.getByText("Done", { exact: true }))).toBeVisible();
  await page.goto(`/w/${slug}/data`);
  await page.getByRole("link", { name: "many.csv" }).first().click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 120_000 });
  expect(await page.getByTestId("counts").locator("dd.font-medium").allTextContents()).toEqual(["30,000", "30,000", "0", "0"]);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("dialog")).toContainText("30,000 records it brought are removed");
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByRole("progressbar", { name: "Undo" })).toBeVisible();
  await page.goto(`/w/${slug}/data`);
  await expect(
    page
      .getByText("Being undone", { exact: true })
      .or(page.getByText("Undone", { exact: true }))
      .first(),
  ).toBeVisible();
  await page.getByRole("link", { name: "many.csv" }).first().click();
  await expect(page.getByText("Undone", { exact: true })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText("It was undone: 30,000 removed, 0 as before.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await page.goto(`/w/${slug}/accounts`);
  await expect(page.getByTestId("accounts-total")).toContainText("0 accounts");
});

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ""}`),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any step of an import, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const slug = await newWorkspace(page, `axe-${colorScheme}`);
    await page.goto(`/w/${slug}/data`);
    await expect(page.getByRole("button", { name: "Choose files" })).toBeVisible();
    const found = await faults(page);
    const text = "externalId,name,start,stage,seats\nA-1,Acorn,03/04/2026,live,1\nA-2,Birch,05/06/2026,live,x\n";
    await page.getByLabel("CSV files").setInputFiles({ name: "accounts.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await expect(page.getByRole("heading", { name: "Before it can be read" })).toBeVisible();
    found.push(...(await faults(page)));
    await page.getByRole("radio", { name: "3 Apr 2026" }).click();
    await page.getByRole("button", { name: "Dry run" }).click();
    await expect(page.getByRole("heading", { name: "Dry run" })).toBeVisible({ timeout: 30_000 });
    found.push(...(await faults(page)));
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 30_000 });
    found.push(...(await faults(page)));
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    found.push(...(await faults(page)));
    await page.goto(`/w/${slug}/data`);
    await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
    found.push(...(await faults(page)));
    expect(found).toEqual([]);
  });
}
