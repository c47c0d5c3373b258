import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

test("a score says how far it may be off, and what that means", async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/metrics/net-promoter-score");
  const [low = Number.NaN, high = Number.NaN] = await spanOf(await page.getByTestId("interval").innerText());
  const score = Number((await page.getByTestId("value").innerText()).replace("−", "-"));
  expect(low).toBeLessThanOrEqual(score);
  expect(high).toBeGreaterThanOrEqual(score);
  await expect(page.getByText("Of twenty such samples, nineteen")).toBeVisible();
  await expect(page.getByRole("figure").first()).toContainText("The band is the 95 % interval");
});

async function spanOf(words: string): Promise<number[]> {
  return (words.replaceAll("−", "-").match(/-?\d+(?:\.\d+)?/g) ?? []).slice(1).map(Number);
}
