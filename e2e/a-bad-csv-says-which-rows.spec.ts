import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { newWorkspace } from "./support/new-workspace";

const BAD = `externalId,name,seats
A-1,Acorn,12
A-2,"Birch,3
A-3,Cedar,many
,Dogwood,4
A-5,=HYPERLINK("x"),-1
A-6,Elm
`;

test("a bad file says which rows are not taken and why, before and after, and gives them back as a file", async ({ page }) => {
  const slug = await newWorkspace(page, "bad-csv");
  await page.goto(`/w/${slug}/data`);
  await page.getByLabel("CSV files").setInputFiles({ name: "bad.csv", mimeType: "text/csv", buffer: Buffer.from(BAD) });
  const preview = page.getByRole("region", { name: "The first rows" });
  await expect(preview.getByRole("row", { name: /^3 .*A quote is not closed/ })).toBeVisible();
  await expect(preview.getByRole("row", { name: /^4 .*A number cannot be read: Seats/ })).toBeVisible();

  await page.getByRole("button", { name: "Dry run" }).click();
  const rehearsed = page.getByRole("region", { name: "Rejected rows" });
  await expect(rehearsed.getByRole("row", { name: /^4 A number cannot be read/ })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await page.getByTestId("counts").locator("dd.font-medium").allTextContents()).toEqual(["6", "1", "0", "5"]);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Rejected rows as CSV" }).click()]);
  const text = await readFile(await download.path(), "utf8");
  expect(text.split("\r\n")).toEqual([
    '\ufeff"line","reason","externalId","name","seats"',
    '3,"unclosed-quote","A-2,""Birch,3"',
    '4,"bad-number","A-3","Cedar","many"',
    '5,"missing-field","","Dogwood","4"',
    '6,"unclosed-quote","A-5,=HYPERLINK(""x""),-1"',
    '7,"ragged-row","A-6","Elm"',
    "",
  ]);
});

test("what is no CSV is refused in one sentence", async ({ page }) => {
  const slug = await newWorkspace(page, "no-csv");
  await page.goto(`/w/${slug}/data`);
  const files = page.getByLabel("CSV files");
  await files.setInputFiles({ name: "book.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004 and more") });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("book.xlsx is a spreadsheet or a packed file, not CSV");
  await files.setInputFiles({ name: "nothing.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("nothing.csv is empty");
});
