import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { refresh } from "@/lib/ledger/refresh";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";
import { evidenceOf, partsOf, readOne } from "@/tests/support/reading";

const COST = "customer-retention-cost";
let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await aWorkspace();
  await importText(scope, "accounts", "externalId,name,segment\na,A,SMB\nb,B,Big\nc,C,Big\nd,D,Big\n");
  await importText(
    scope,
    "subscriptions",
    "externalId,account,startedAt,endedAt,amount,interval\n1,a,2024-01-01,,1000,month\n2,b,2024-01-01,,1000,month\n3,c,2024-01-01,2024-03-10,1000,month\n4,d,2024-03-05,,1000,month\n",
  );
  await refresh(scope);
});
afterAll(closePool);

/** Lines of month, amount, category, account, currency. */
async function spent(...lines: string[]): Promise<void> {
  const rows = lines.map((line, place) => `${place},${line}${",".repeat(4 - (line.match(/,/g)?.length ?? 0))}\n`);
  const { rejected } = await importText(scope, "costs", `externalId,month,amount,category,account,currency\n${rows.join("")}`);
  expect(rejected).toBe(0);
}

test("what was spent on keeping customers, for those there at both ends: (500 + 100) ÷ 2", async () => {
  await spent(
    "2024-03-01,500,support",
    "2024-03-01,100,Loyalty,b",
    "2024-03-01,9000,sales",
    "2024-02-01,70,support",
    "2024-04-01,70,support",
  );
  const cost = await readOne(scope, COST, { by: "segment" });
  expect(cost).toMatchObject({ numerator: 600, denominator: 2, value: 300, rows: 4, interval: null, currency: "USD" });
  expect(cost.details).toEqual({ cost: 600, retained: 2, unknownCategory: 0 });
  expect(partsOf(cost)).toEqual([
    ["Big", 100],
    ["SMB", 0],
    [null, null],
  ]);
  const rows = await evidenceOf(scope, COST);
  expect(rows.map(({ account, record, numerator, denominator }) => [account, record, numerator, denominator].join(" ")).sort()).toEqual([
    " 0 500 0",
    "a  0 1",
    "b  0 1",
    "b 1 100 0",
  ]);
});

test("a cost that says neither what it was for nor that it was not is left out, and counted", async () => {
  await spent("2024-03-01,500,", "2024-03-01,100,rent", "2024-03-01,40,onboarding", "2024-03-01,40,marketing");
  expect(await readOne(scope, COST)).toMatchObject({ value: 20, details: { cost: 40, retained: 2, unknownCategory: 2 } });
});

test("a month counts in the period it begins in, and once it has begun", async () => {
  await spent("2024-03-01,500,support", "2024-04-01,100,support");
  expect((await readOne(scope, COST, { period: "2024-03-02..2024-04-02" })).numerator).toBe(100);
  expect((await readOne(scope, COST, { period: "2024-Q1" })).numerator).toBe(500);
  const asOf = new Date("2024-03-31T22:00:00Z"); // the first instant of April in Berlin
  expect((await readOne(scope, COST, { period: "2024-03-01..2024-05-01", asOf })).numerator).toBe(500);
});

test("money is read at the month's rate: 500 + 100 × 1.5; without one there is no answer, and it names the currency", async () => {
  await importText(scope, "exchange-rates", "currency,month,rate\nEUR,2024-02-01,1.5\nEUR,2024-04-01,3\n");
  await spent("2024-03-01,500,support", "2024-03-01,100,support,,EUR", "2024-03-01,100,sales,,GBP");
  expect((await readOne(scope, COST)).value).toBe(325);
  await importText(scope, "costs", "externalId,month,amount,category,currency\nx,2024-03-01,1,training,GBP\n");
  const lacking = await readOne(scope, COST);
  expect(lacking).toMatchObject({ value: null, missingRates: ["GBP"], details: { cost: null, retained: 2 } });
});

test("nobody retained, no answer", async () => {
  await spent("2023-03-01,500,support");
  expect((await readOne(scope, COST, { period: "2023-03" })).value).toBeNull();
});
