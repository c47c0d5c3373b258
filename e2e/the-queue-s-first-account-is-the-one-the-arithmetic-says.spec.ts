import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const LINES = 5;

test.beforeEach(async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/today?whose=all");
});

/** `$12,162.32` and `0.698` as numbers. */
function numberIn(text: string | null): number {
  return Number((text ?? "").replace(/[^\d.]/g, ""));
}

async function stakeOf(page: Page, place: number) {
  const line = page.getByRole("list", { name: "The queue" }).getByRole("listitem").nth(place);
  await line.getByRole("button", { name: /^At stake/ }).press("Enter");
  const shown = page.getByRole("dialog", { name: /^Why .* stands here$/ });
  const figure = async (name: string) =>
    numberIn(await shown.getByRole("row").filter({ hasText: name }).getByRole("cell").nth(1).textContent());
  const stake = {
    money: await figure("Money"),
    risk: await figure("Risk"),
    nearness: await figure("Nearness"),
    product: numberIn(await shown.getByTestId("stake-product").textContent()),
  };
  await page.keyboard.press("Escape");
  await expect(shown).toHaveCount(0);
  return stake;
}

test("each place is its money × risk × nearness, and the largest comes first", async ({ page }) => {
  const stakes = [];
  for (let place = 0; place < LINES; place += 1) stakes.push(await stakeOf(page, place));
  for (const { money, risk, nearness, product } of stakes) {
    expect(product).toBeGreaterThan(0);
    expect(Math.abs(money * risk * nearness - product)).toBeLessThan(money * 0.0015 + 0.01); // the factors are shown to three digits
  }
  const products = stakes.map(({ product }) => product);
  expect(products).toEqual([...products].sort((a, b) => b - a));
});

test("the keys move along the queue, open an account, and put one away with a day and a reason", async ({ page }) => {
  const lines = page.getByRole("list", { name: "The queue" }).getByRole("listitem");
  const names = await lines.getByRole("link").allTextContents();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(lines.nth(0).getByRole("link")).toBeFocused({ timeout: 500 });
  }).toPass(); // the page may stand before it listens
  await page.keyboard.press("j");
  await expect(lines.nth(1).getByRole("link")).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog", { name: "Put away until a day" });
  await expect(dialog).toContainText(names[0] ?? "");
  await dialog.getByRole("button", { name: "Put away" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Say why this can wait.");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Down and up the queue");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f-]{36}$/);
});
