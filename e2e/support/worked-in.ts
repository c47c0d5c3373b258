import { expect, type Page } from "@playwright/test";
import type { Place } from "./places";

/** Changes a record as a person does, so that the workspace's figures are made, and waits until its first account has health. The page is then that account's. */
export async function workedIn(page: Page, place: Place): Promise<void> {
  const account = `/w/${place.slug}/accounts/${place.accountIds[0]}`;
  await page.goto(account);
  await page.getByRole("button", { name: /^Edit account/ }).click();
  await page.getByLabel("Stage").fill("settled");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  const health = async () => {
    await page.goto(account);
    return page.getByTestId("account-health").textContent();
  };
  await expect.poll(health, { timeout: 40_000 }).not.toBe("—");
}
