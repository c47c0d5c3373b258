import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

test.beforeEach(async ({ page }) => signIn(page));

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole("combobox", { name: new RegExp(`^${label}:`) }).click();
  await page.getByRole("option", { name: option }).click();
}

function mrrOf(page: Page): Promise<string | null> {
  return page
    .getByRole("region", { name: "Headline numbers" })
    .getByRole("link", { name: /Monthly recurring revenue/ })
    .textContent();
}

test("a filtered overview is its address: whoever opens the link sees the same", async ({ page }) => {
  const all = await mrrOf(page);
  await choose(page, "Segment", /SMB/);
  await expect(page).toHaveURL(/segment=SMB/);
  await expect(page.getByRole("main").locator("[aria-busy=true]")).toHaveCount(0); // until then the old numbers are shown, dimmed
  expect(await mrrOf(page)).not.toBe(all);
  const filtered = await mrrOf(page);

  const other = await page.context().newPage();
  await other.goto(page.url());
  expect(await mrrOf(other)).toBe(filtered);
  await expect(other.getByRole("combobox", { name: "Segment: SMB" })).toBeVisible();

  await page.goBack();
  await expect(page).not.toHaveURL(/segment=/);
  await expect.poll(() => mrrOf(page)).toBe(all);
});

test("a number's page takes the filters of the screen it was opened from", async ({ page }) => {
  await choose(page, "Kind of period", /^Quarter/);
  await choose(page, "Segment", /Enterprise/);
  await expect(page).toHaveURL(/segment=Enterprise/);
  await page
    .getByRole("region", { name: "Headline numbers" })
    .getByRole("link", { name: /Customer churn/ })
    .click();
  await expect(page).toHaveURL(/metrics\/customer-churn-rate\?.*segment=Enterprise/);
  await expect(page.getByRole("combobox", { name: "Period: Q4 2026" })).toBeVisible();
});

test("the accounts keep their search, filter and order in the address", async ({ page }) => {
  await page.goto("/w/demo/accounts");
  const all = (await page.getByTestId("accounts-total").textContent()) ?? "";
  await page.getByRole("searchbox", { name: "Search accounts" }).fill("works");
  await expect(page).toHaveURL(/search=works/);
  await choose(page, "Order", /name/);
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByTestId("accounts-total")).not.toHaveText(all);
  const total = (await page.getByTestId("accounts-total").textContent()) ?? "";
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByTestId("accounts-total")).toHaveText(total);
  await expect(other.getByRole("searchbox", { name: "Search accounts" })).toHaveValue("works");
});

test("more accounts come as one goes on, none lost and none twice, and the next page is an address too", async ({ page }) => {
  await page.goto("/w/demo/accounts");
  await expect(page.getByRole("row")).toHaveCount(51);
  const names = () => page.getByRole("row").getByRole("link").allInnerTexts();
  const first = await names();
  const next = await page.getByRole("link", { name: "Show more" }).getAttribute("href");
  await page.getByRole("link", { name: "Show more" }).click();
  await expect(page.getByTestId("accounts-shown")).toHaveText(/^150 of/);
  expect((await names()).slice(0, 50)).toEqual(first);
  const links = await page.locator("[data-account]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(new Set(links).size).toBe(links.length);

  await page.goto(next ?? "");
  const second = await names();
  expect(second.filter((name) => first.includes(name))).toEqual([]);
  await page.getByRole("link", { name: "From the beginning" }).click();
  await expect.poll(async () => (await names()).slice(0, 50)).toEqual(first);
});
