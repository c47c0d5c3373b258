import { expect, test } from "@playwright/test";
import { PAGES } from "./support/pages";
import { signIn } from "./support/sign-in";

// 720 px is a laptop's 1440 at 200 % zoom.
const WIDTHS = [360, 720, 2560];

test("no page is wider than its screen, from a phone to a wall", async ({ page }) => {
  await signIn(page);
  const wide: string[] = [];
  for (const path of PAGES) {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(`/w/demo/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 780 });
      await page.waitForTimeout(300);
      const over = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - window.innerWidth);
      if (over > 0) wide.push(`${path} at ${width}: ${over} px`);
    }
  }
  expect(wide).toEqual([]);
});

test("on a phone the pages are at the bottom, accounts are cards, and an account can be read", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page);
  await page.getByRole("navigation", { name: "Pages of the workspace" }).getByRole("link", { name: "Accounts" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who are our customers?");
  await expect(page.getByRole("table")).toHaveCount(0);
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(page.getByTestId("account-mrr")).toBeVisible();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);

  await page.goto("/w/demo/overview");
  const cards = page.getByRole("region", { name: "Headline numbers" });
  const width = (await cards.boundingBox())?.width ?? 0;
  for (const card of await cards.getByRole("link").all()) expect((await card.boundingBox())?.width).toBeLessThanOrEqual(width);
});
