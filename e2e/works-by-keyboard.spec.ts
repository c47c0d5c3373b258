import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

test.beforeEach(async ({ page }) => {
  await signIn(page);
  await page.waitForLoadState("networkidle").catch(() => {}); // the event stream never ends
});

test("the first stop skips to the page", async ({ page }) => {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("the question mark lists the keys, and g leads to the pages", async ({ page }) => {
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Go to Accounts");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/\/accounts$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who are our customers?");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search accounts" })).toBeFocused();
});

test("the command bar finds an account and opens it without a pointer", async ({ page }) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find an account, a metric, a page or an action" }).fill("quillhurst");
  const found = page.getByRole("option", { name: /Quillhurst/ }).first();
  await expect(found).toBeVisible();
  await expect(found).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Quillhurst");
});

test("the command bar says how many accounts match, and leads to all of them", async ({ page }) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find an account, a metric, a page or an action" }).fill("al");
  await page.getByRole("option", { name: /^All \d+ accounts that match/ }).click();
  await expect(page).toHaveURL(/\/accounts\?search=al$/);
});

test("the command bar does what can be done from anywhere", async ({ page }) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find an account, a metric, a page or an action" }).fill("appearance: dark");
  await expect(page.getByRole("option", { name: /^Appearance: dark/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a filter is chosen and a bar of the bridge is opened by keys alone", async ({ page }) => {
  const list = page.getByRole("listbox");
  await expect(async () => {
    await page.getByRole("combobox", { name: /^Segment:/ }).focus();
    await page.keyboard.press("Enter");
    await expect(list).toBeVisible({ timeout: 1_000 });
  }).toPass(); // the page may stand before it listens
  await expect(list.getByRole("option").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(list.getByRole("option").nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/segment=/);
  await page.getByRole("link", { name: /^New \+.*: open the accounts/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/metrics\/new-mrr\?.*segment=/);
});

test("every chart has its figures as a table", async ({ page }) => {
  const chart = page.getByRole("figure").filter({ hasText: "MRR bridge" });
  await chart.getByRole("button", { name: "Show as a table" }).press("Enter");
  await expect(chart.getByRole("cell", { name: "Closing" })).toBeVisible();
});
