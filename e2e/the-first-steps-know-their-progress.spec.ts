import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { newWorkspace } from "./support/new-workspace";

const next = (page: Page) => page.locator("li[aria-current=step]").getByRole("heading", { level: 2 });

/** Downloads the template a step offers and imports it as it is, as somebody does who tries things out. */
async function bring(page: Page, slug: string, kind: string): Promise<void> {
  await page.goto(`/w/${slug}/overview`);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: `Template of ${kind}` }).click()]);
  const text = readFileSync(await file.path(), "utf8");
  await page.getByRole("link", { name: `Import ${kind}` }).click();
  await page.getByLabel("CSV files").setInputFiles({ name: file.suggestedFilename(), mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(page.getByLabel("Records")).toHaveValue(kind);
  const cents = page.getByRole("radio", { name: "$49.00" });
  const button = page.getByRole("button", { name: "Import", exact: true });
  await expect(button.or(cents).first()).toBeVisible();
  if (await cents.isVisible()) await cents.click();
  await button.click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 30_000 });
}

test("a new workspace leads from one step to the next, knows what is done, and stays put away", async ({ page }) => {
  const slug = await newWorkspace(page, "first-steps");
  await expect(next(page)).toHaveText("Bring your accounts: not done yet");
  await bring(page, slug, "accounts");
  await page.goto(`/w/${slug}/overview`);
  await expect(next(page)).toHaveText("Bring their subscriptions: not done yet");
  await bring(page, slug, "subscriptions");

  // 10 seats at $49.00 a month.
  await page.goto(`/w/${slug}/overview`);
  await expect(page.getByRole("region", { name: "Headline numbers" }).getByRole("link", { name: /Monthly recurring revenue/ })).toHaveText(
    /\$490/,
    { timeout: 30_000 },
  );
  const line = page.getByRole("region", { name: "First steps" });
  await expect(line).toContainText("4 of 5 first steps are done. Next: invite your team");
  await line.getByRole("link", { name: "4 of 5 first steps" }).click();
  await expect(next(page)).toHaveText("Invite your team: not done yet");

  await page.getByRole("button", { name: "Put this away" }).click();
  await expect(page.getByText("Put away, for everybody here.")).toBeVisible();
  await page.goto(`/w/${slug}/overview`);
  await expect(page.getByRole("region", { name: "Headline numbers" })).toBeVisible();
  await expect(line).toHaveCount(0);
});
