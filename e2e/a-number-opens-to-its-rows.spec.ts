import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const QUOTIENTS = ["net-revenue-retention", "gross-revenue-retention", "customer-churn-rate", "arpa", "renewal-rate"];
const SUMS = ["mrr", "customers", "new-mrr", "churned-mrr"];

test.beforeEach(async ({ page }) => signIn(page));

test("a card opens its page, whose rows add up to the very number", async ({ page }) => {
  await page.getByRole("link", { name: /Gross revenue retention/ }).click();
  await expect(page).toHaveURL(/metrics\/gross-revenue-retention/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gross revenue retention");
  await expect(page.getByText("equals the number above")).toBeVisible();
});

for (const id of [...QUOTIENTS, ...SUMS]) {
  test(`the file of ${id} adds up to the sum under its table`, async ({ page }) => {
    await page.goto(`/w/demo/metrics/${id}?period=2026-10`);
    await expect(page.getByText("equals the number above")).toBeVisible();
    const { numerator, denominator } = await sumOfFile(page);
    expect(Math.abs(numerator - (await shown(page, "sum-numerator")))).toBeLessThan(0.01);
    if (QUOTIENTS.includes(id)) expect(Math.abs(denominator - (await shown(page, "sum-denominator")))).toBeLessThan(0.01);
  });
}

test("a row opens its account, whose movements add up to its MRR", async ({ page }) => {
  await page.goto("/w/demo/accounts?owner=priya.raman%40bellwether.example");
  const row = page.getByRole("row").nth(1);
  const mrr = (await row.getByRole("cell").nth(1).textContent()) ?? "";
  await row.getByRole("link").click();
  await expect(page.getByTestId("account-mrr")).toHaveText(mrr);
  const sums = page.getByTestId(/^ledger-sum-/);
  await expect(sums).toHaveCount(1);
  if (await page.getByTestId("ledger-sum-USD").count()) await expect(page.getByTestId("ledger-sum-USD")).toHaveText(mrr);
});

test("the accounts' total is the metrics' total", async ({ page }) => {
  await page.goto("/w/demo/accounts");
  const total = await textOf(page, "accounts-total");
  const [, customers, mrr] = /, ([\d,]+) of them customers, (\S+) MRR/.exec(total) ?? [];
  await page.goto("/w/demo/metrics/mrr?period=2026-11");
  await expect(page.getByTestId("sum-numerator")).toHaveText(mrr ?? "");
  await page.goto("/w/demo/metrics/customers?period=2026-11");
  await expect(page.getByTestId("sum-numerator")).toHaveText(customers ?? "");
});

async function sumOfFile(page: Page): Promise<{ numerator: number; denominator: number }> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const text = await readFile(await (await waiting).path(), "utf8");
  const [rows = "", notes] = text.replace("\uFEFF", "").split("\r\n\r\n");
  expect(notes).toContain("Filters: none");
  const [head = "", ...lines] = rows.trimEnd().split("\r\n");
  expect(head).toMatch(/"numerator( \(minor units\))?","denominator( \(minor units\))?"$/);
  const last = lines.map((line) => line.split(",").slice(-2).map(Number));
  const [scale, below] = ["numerator", "denominator"].map((part) => (head.includes(`"${part} (minor units)"`) ? 100 : 1));
  return {
    numerator: last.reduce((sum, [value = 0]) => sum + value, 0) / (scale ?? 1),
    denominator: last.reduce((sum, [, value = 0]) => sum + value, 0) / (below ?? 1),
  };
}

async function shown(page: Page, id: string): Promise<number> {
  return Number((await textOf(page, id)).replace(/[$,]/g, "").replace("−", "-"));
}

async function textOf(page: Page, id: string): Promise<string> {
  return (await page.getByTestId(id).textContent()) ?? "";
}
