import { expect, test } from "@playwright/test";
import { installation } from "./support/installation";
import { signIn } from "./support/sign-in";

test("signing in for the first time leads to numbers, and not to a form", async ({ page }) => {
  await signIn(page);
  await expect(page).toHaveURL(/\/w\/demo\/overview$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Are we keeping what we have?");
  const headlines = page.getByRole("region", { name: "Headline numbers" });
  await expect(headlines.getByRole("link", { name: /Net revenue retention/ })).toHaveText(/\d+\.\d%/);
  await expect(headlines.getByRole("link", { name: /Monthly recurring revenue/ })).toHaveText(/\$\d/);
  await expect(headlines).toContainText(/In the 12 months to Nov 2026, so far, MRR (grew|fell) from \$/);
  await expect(page.getByRole("link", { name: /^Churned −\$.*: open the accounts/ })).toBeVisible();
});

test("the numbers are in the page itself, before any script has run", async ({ page, browser }) => {
  await signIn(page);
  const context = await browser.newContext({ storageState: await page.context().storageState(), javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${installation().url}/w/demo/overview`);
  await expect(plain.getByRole("link", { name: /Net revenue retention/ }).first()).toHaveText(/\d+\.\d%/);
  await expect(plain.getByRole("link", { name: /^Closing \$.*: open the accounts/ })).toBeVisible();
  await expect(plain.getByText(/^Monthly recurring revenue, .*: from \$/)).toBeVisible();
  await context.close();
});
