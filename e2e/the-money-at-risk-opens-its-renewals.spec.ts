import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

test("the money at risk is told by the quarter it renews in, and a quarter opens those renewals", async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/overview");
  await expect(page.getByTestId("mrr-at-risk")).toHaveText(/in \d+ accounts?, \d+ untouched/);
  const quarter = page
    .getByRole("list", { name: "Money at risk by renewal quarter" })
    .getByRole("link", { name: /^Q\d \d{4}/ })
    .first();
  const name = /^Q\d \d{4}/.exec((await quarter.textContent()) ?? "")?.[0] ?? "";
  await quarter.click();
  await expect(page.getByRole("heading", { name: `Due in ${name}` })).toBeVisible();
  const bands = page.getByRole("table").first().getByRole("row");
  await expect(bands.nth(1)).toContainText(/At risk|Watch/);
});

test("a line of the team opens that owner's accounts", async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/overview");
  const owner = page.getByRole("region", { name: "Team" }).getByRole("link").first();
  const name = (await owner.textContent()) ?? "";
  await owner.click();
  await expect(page.getByRole("heading", { name: `Accounts of ${name}` })).toBeVisible();
});
