import { expect, type Locator, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

/** `+6.7`, `−18.3` and `0.0` as tenths, so that they are added up exactly. */
async function tenths(cells: Locator): Promise<number[]> {
  const texts = await cells.allTextContents();
  return texts.map((text) => Math.round(Number(text.replace("−", "-").replace("+", "")) * 10));
}

const sum = (numbers: readonly number[]) => numbers.reduce((whole, each) => whole + each, 0);

test("an account at risk says in words what its score is made of, and the parts add up to it, in print", async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/health");
  await page.getByTestId("band-red").click();
  await expect(page).toHaveURL(/accounts\?.*band=red/);
  const row = page.getByRole("row").filter({ hasText: "At risk" }).first();
  await row.getByRole("link").click();
  await expect(page.getByTestId("account-health")).toContainText("At risk");
  await expect(page.getByTestId("account-health")).toContainText("of the weight");

  const why = page.getByRole("region", { name: "What the score is made of" });
  await expect(why).toContainText("of 100");
  const adds = await tenths(page.getByTestId("health-adds"));
  expect(adds.length).toBeGreaterThan(2);
  expect(sum(adds)).toBe((await tenths(page.getByTestId("health-sum")))[0]);
  await expect(page.getByText("Healthy from 70, Watch from 40, lower edge included.").first()).toBeVisible();

  const changes = await tenths(page.getByTestId("change-by"));
  if (changes.length > 0) expect(sum(changes)).toBe((await tenths(page.getByTestId("change-sum")))[0]);
});

test("the reasons of those who fell are told where they are listed", async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/health?days=90");
  const fell = page.getByRole("list", { name: "Fell" }).getByRole("listitem").first();
  await expect(fell).toContainText("is now");
  await expect(fell).toContainText(/: −\d+\.\d/);
});
