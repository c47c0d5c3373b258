import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lifetimeOfPurchases } from "@/lib/kernel/lifetime-value";
import { refresh } from "@/lib/ledger/refresh";
import { findMetric } from "@/lib/metrics/registry";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { changeSettings } from "@/lib/workspaces/settings";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";
import { evidenceOf, partsOf, readOne } from "@/tests/support/reading";

const VALUE = "purchase-lifetime-value";
let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await aWorkspace();
  await importText(scope, "accounts", "externalId,name,segment\na,A,SMB\nb,B,Big\nc,C,Big\n");
  await refresh(scope);
});
afterAll(closePool);

/** Lines of account, at, amount, currency. */
async function sold(...lines: string[]): Promise<void> {
  const rows = lines.map((line, place) => `${place},${line}${",".repeat(3 - (line.match(/,/g)?.length ?? 0))}\n`);
  const { rejected } = await importText(scope, "purchases", `externalId,account,at,amount,currency\n${rows.join("")}`);
  expect(rejected).toBe(0);
}

test("the three factors are of the same purchases: 100 × 1 a year × 2 years = 200 = 400 ÷ 2 customers", async () => {
  await sold("a,2020-03-01T12:00:00Z,50", "a,2021-03-01T18:00:00Z,100", "a,2022-03-02T00:00:00Z,150", "b,2024-03-30,100");
  const reading = await readOne(scope, VALUE, { by: "segment" });
  expect(reading).toMatchObject({ value: 200, numerator: 400, denominator: 2, rows: 2, interval: null });
  const { averagePurchase = null, purchasesPerYear = null, lifespanYears = null } = reading.details;
  expect([averagePurchase, purchasesPerYear, lifespanYears]).toEqual([100, 1, 2]); // 2 years ÷ 2 customers + the year a purchase stands for
  expect(lifetimeOfPurchases({ purchase: averagePurchase, perYear: purchasesPerYear, years: lifespanYears })).toBe(200);
  expect(partsOf(reading)).toEqual([
    ["Big", 100],
    ["SMB", 300],
  ]);
  expect(
    (await evidenceOf(scope, VALUE)).map(({ account, numerator, purchases, lastOn }) => [account, numerator, purchases, lastOn]),
  ).toEqual([
    ["a", 300, 3, "2022-03-02"],
    ["b", 100, 1, "2024-03-30"],
  ]);
});

test("nothing after the period or the instant of the reading is seen", async () => {
  await sold("a,2024-02-01,50", "a,2024-03-31T21:59:59Z,70", "a,2024-03-31T22:00:00Z,100");
  expect((await readOne(scope, VALUE, { period: "2024-02" })).value).toBe(50);
  expect((await readOne(scope, VALUE)).value).toBe(120);
  expect((await readOne(scope, VALUE, { asOf: new Date("2024-03-31T21:59:59Z") })).value).toBe(50);
  expect(await readOne(scope, VALUE, { period: "2024-01" })).toMatchObject({ value: null, rows: 0 });
});

test("where nobody came back there is a worth, and no pace", async () => {
  await sold("a,2024-02-01,50", "b,2024-02-01,70");
  expect(await readOne(scope, VALUE)).toMatchObject({
    value: 60,
    details: { averagePurchase: 60, purchasesPerYear: null, lifespanYears: null },
  });
});

test("the margin of the settings lowers it, and other shops' pace is shown beside: 100 × 4 orders ÷ 2 customers × years × 80 %", async () => {
  await changeSettings(scope, { gross_margin_pct: "80" });
  await sold(
    "a,2023-03-01T12:00:00Z,100",
    "a,2023-08-31T03:00:00Z,100",
    "a,2024-02-29T18:00:00Z,100",
    "b,2024-03-01,100",
    "b,2024-03-01,100",
  );
  const reading = await readOne(scope, VALUE, { period: "2024-03" });
  expect(reading.value).toBe(200); // 500 × 80 % ÷ 2
  const { lifespanYears, recentPurchases, recentCustomers } = reading.details;
  expect([recentPurchases, recentCustomers]).toEqual([4, 2]); // the year up to 1 April
  const metric = findMetric(VALUE);
  const [shops] =
    (await metric?.variants?.(
      reading,
      async () => [],
      async () => [],
    )) ?? [];
  expect(shops?.value).toBeCloseTo(100 * 2 * (lifespanYears ?? 0) * 0.8, 9);
});

test("each purchase is read at its own rate; without one there is no answer, and it names the currency", async () => {
  await importText(scope, "exchange-rates", "currency,month,rate\nEUR,2024-02-01,1.5\nEUR,2024-03-01,2\n");
  await sold("a,2024-02-10,100,EUR", "a,2024-03-10,100,EUR");
  expect((await readOne(scope, VALUE)).value).toBe(350); // 150 + 200
  await importText(scope, "purchases", "externalId,account,at,amount,currency\nx,b,2024-01-10,100,EUR\n");
  expect(await readOne(scope, VALUE)).toMatchObject({
    value: null,
    missingRates: ["EUR"],
    details: { averagePurchase: null, customers: 2 },
  });
});
