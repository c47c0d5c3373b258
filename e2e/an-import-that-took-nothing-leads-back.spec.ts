import { expect, test } from "@playwright/test";
import { newWorkspace } from "./support/new-workspace";

const TEXT = "Kundennummer;Firma;Kunde seit\nM-1;Moos;13.11.2025\nM-2;Nelke;14.11.2025\n";

test("an import that took nothing leads back to the columns of its file, and what it says covers no button", async ({ page }) => {
  const slug = await newWorkspace(page, "took-nothing");
  await page.setViewportSize({ width: 390, height: 740 });
  await page.goto(`/w/${slug}/data`);
  await page.getByLabel("CSV files").setInputFiles({ name: "members.csv", mimeType: "text/csv", buffer: Buffer.from(TEXT) });
  await page.getByLabel("Records").selectOption("accounts");
  await page.getByText("The map as JSON").click();
  await page.getByLabel("Map as JSON").fill("no map");
  await page.getByRole("button", { name: "Use this map" }).click();
  const toast = page.getByText("This is not valid JSON. The map was not changed.");
  await expect(toast).toBeVisible();
  await page.getByRole("button", { name: "Dry run" }).click({ trial: true }); // fails where something lies on it
  await expect(toast).toBeVisible();

  const wrong = { fields: { externalId: "Kundennummer", name: "Firma", seats: "Kunde seit" }, csv: { delimiter: ";", decimal: "." } };
  await page.getByLabel("Map as JSON").fill(JSON.stringify(wrong));
  await page.getByRole("button", { name: "Use this map" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Nothing of this file was taken.")).toBeVisible({ timeout: 30_000 });

  await page.goto(`/w/${slug}/data`);
  await page.getByRole("link", { name: "members.csv" }).click();
  await page.getByRole("link", { name: "Map the columns again" }).click();
  await page.getByLabel("Seats comes from").selectOption({ label: "Not in this file" });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByTestId("counts").locator("dd.font-medium")).toHaveText(["2", "2", "0", "0"], { timeout: 30_000 });
  await expect(page.getByText("Nothing of this file was taken.")).toHaveCount(0);
});
