import { expect, type Page, test } from "@playwright/test";
import { newWorkspace } from "./support/new-workspace";

type Upload = { name: string; text: string };

async function upload(page: Page, slug: string, { name, text }: Upload): Promise<void> {
  await page.goto(`/w/${slug}/data`);
  await page.getByLabel("CSV files").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

/** The sum an import came to, as the page says it. */
async function counts(page: Page): Promise<(string | null)[]> {
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 30_000 });
  return page.getByTestId("counts").locator("dd.font-medium").allTextContents();
}

test("two files of one's own become the numbers that their rows add up to", async ({ page }) => {
  const slug = await newWorkspace(page, "own-numbers");
  await page.goto(`/w/${slug}/overview`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What comes next?");
  await page.getByRole("link", { name: "Import accounts" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Can I trust what I see?");

  await upload(page, slug, { name: "accounts.csv", text: "Customer ID;Company;Industry\nA-1;Acorn;Software\nA-2;Birch & Söhne;Retail\n" });
  await expect(page.getByLabel("Records")).toHaveValue("accounts");
  await page.getByRole("button", { name: "Dry run" }).click();
  await expect(page.getByText("2 rows would come in.")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  expect(await counts(page)).toEqual(["2", "2", "0", "0"]);

  // 49.00 a month, and 1,200.00 a year, which is 100.00 a month: 149.00.
  const rows = "sub id,account id,start date,price,billing frequency\nS-1,A-1,2026-01-01,4900,Monthly\nS-2,A-2,2026-02-01,120000,Annual\n";
  await upload(page, slug, { name: "subscriptions.csv", text: rows });
  await expect(page.getByRole("button", { name: "Import", exact: true })).toBeDisabled(); // 4900 may be $4,900
  await page.getByRole("radio", { name: "$49.00" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  expect(await counts(page)).toEqual(["2", "2", "0", "0"]);
  await page.getByRole("link", { name: "To the overview", exact: true }).click();
  await expect(page.getByRole("region", { name: "Headline numbers" }).getByRole("link", { name: /Monthly recurring revenue/ })).toHaveText(
    /\$149/,
    {
      timeout: 30_000,
    },
  );
});
