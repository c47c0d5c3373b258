import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadRecords } from "@/lib/imports/load";
import { refresh } from "@/lib/ledger/refresh";
import { listEvidence } from "@/lib/metrics/evidence";
import { readMetrics } from "@/lib/metrics/read";
import type { Reading, ReadingRequest } from "@/lib/metrics/types";
import { withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { newWorkspace } from "@/tests/support/workspace";

const asOf = at("2026-11-21");
let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await newWorkspace();
  await loadRecords(
    scope,
    "accounts",
    "t",
    ["A", "B", "C"].map((name) => ({ externalId: name, name })),
  );
});
afterAll(closePool);

function at(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

type Paying = { from: string; until?: string; currency?: string; plan?: string; trialUntil?: string };

function pays(account: string, amount: number, { from, until, currency = "USD", plan, trialUntil }: Paying) {
  const dates = {
    startedAt: at(from),
    endedAt: until === undefined ? null : at(until),
    trialEndsAt: trialUntil === undefined ? null : at(trialUntil),
  };
  return loadRecords(scope, "subscriptions", "t", [
    {
      externalId: `${account} ${amount} ${currency} ${from}`,
      account,
      amount: BigInt(amount),
      currency,
      interval: "month",
      ...dates,
      ...(plan === undefined ? {} : { plan }),
    },
  ]);
}

async function read(id: string, period: string, more: Partial<ReadingRequest> = {}): Promise<Reading> {
  const { metrics } = await withTenantConnection(scope, ({ sql }) => readMetrics(sql, scope, { ids: [id], period, asOf, ...more }), "read");
  const [reading] = metrics;
  if (reading === undefined) throw new Error(`${id} was not read`);
  return reading;
}

describe("periods that are not over", () => {
  beforeEach(async () => {
    await pays("A", 1_000, { from: "2025-03-01" });
    await pays("B", 1_000, { from: "2026-02-01" });
    await pays("C", 500, { from: "2026-01-01", until: "2026-08-01" });
    await refresh(scope, asOf);
  });

  test.each(["2026", "t12m:2026-12", "t12m:2027-01", "2026-Q4", "2026-11", "2026-01-01..2026-12-31"])(
    "%s closes as of today: 1,000 + 1,000",
    async (period) => {
      const mrr = await read("mrr", period);
      expect([mrr.value, mrr.partial, mrr.details.closing, mrr.details.closingCustomers]).toEqual([2_000, true, 2_000, 2]);
    },
  );

  test("the months of the running year add up, the ones ahead count for nothing: 500 + 1,000 new, 500 lost, 1,000 + 1,500 − 500 = 2,000", async () => {
    const { value, details } = await read("new-mrr", "2026");
    expect([value, details.opening, details.churned, details.closing]).toEqual([1_500, 1_000, 500, 2_000]);
    expect((await read("mrr", "2026", { by: "interval" })).parts?.map((part) => part.value)).toEqual([2_000]);
  });

  test.each(["2026", "t12m:2026-12", "t12m:2027-01", "2026-Q4", "2026-11", "2026-01-01..2026-12-31"])(
    "the lifetime value of %s is by the six months up to today: one of three left in August, 1,000 ÷ (1/3 ÷ 6) = 18,000",
    async (period) => {
      expect((await read("customer-lifetime-value", period)).value).toBeCloseTo(18_000, 6);
    },
  );

  test("an end that lies ahead is not seen yet", async () => {
    await pays("C", 700, { from: "2026-09-01", until: "2026-12-05" });
    await refresh(scope, asOf);
    expect((await read("churned-mrr", "2026")).value).toBe(500);
    expect((await read("churned-mrr", "2026-Q4", { where: { interval: "month" } })).value).toBe(0);
  });

  test("one wholly ahead has no answer and no rows", async () => {
    expect((await read("mrr", "2027-01")).value).toBeNull();
    expect(await read("customer-lifetime-value", "2027-01")).toMatchObject({ value: null, rows: 0, details: {} });
    const page = await withTenantConnection(scope, ({ sql }) => listEvidence(sql, scope, { id: "mrr", period: "2027-01", asOf }), "read");
    expect(page.rows).toEqual([]);
  });
});

test("the lifetime value of a range that ends within a month knows nothing of the rest of it: 1,000 ÷ (1/3 ÷ 6) = 18,000, whoever leaves later", async () => {
  await pays("A", 1_000, { from: "2023-03-01" });
  await pays("B", 1_000, { from: "2023-03-01", until: "2024-05-10" });
  await pays("C", 1_000, { from: "2023-03-01", until: "2024-06-20" });
  await refresh(scope, asOf);
  expect((await read("customer-lifetime-value", "2024-01-01..2024-06-15")).value).toBeCloseTo(18_000, 6);
});

describe("parts whose rows are gone", () => {
  test("still tell what they were: 500 of SMB left, 1,000 of Big stay", async () => {
    await loadRecords(scope, "accounts", "t", [
      { externalId: "D", name: "D", segment: "Big" },
      { externalId: "E", name: "E", segment: "SMB" },
    ]);
    await pays("D", 1_000, { from: "2024-01-01" });
    await pays("E", 500, { from: "2024-01-01", until: "2024-03-10" });
    await refresh(scope, asOf);
    const parts = async (id: string, period: string) =>
      (await read(id, period, { by: "segment" })).parts?.map(({ dimension, value, rows, details: { churned, lostCustomers } }) => [
        dimension?.value,
        value,
        rows,
        churned,
        lostCustomers,
      ]);
    expect(await parts("mrr", "2024-03")).toEqual([
      ["Big", 1_000, 1, 0, 0],
      ["SMB", 0, 0, 500, 1],
    ]);
    expect(await parts("mrr", "2024-04")).toEqual([["Big", 1_000, 1, 0, 0]]);
    expect((await read("customer-lifetime-value", "2024-03", { by: "segment" })).parts).toHaveLength(1);
  });
});

describe("a currency without a rate", () => {
  beforeEach(async () => {
    await pays("A", 1_000, { from: "2023-06-01" });
    await pays("B", 100, { from: "2024-01-10", until: "2024-02-20", currency: "EUR" });
    await pays("C", 100, { from: "2024-02-10", currency: "GBP" });
    await loadRecords(scope, "exchange-rates", "t", [{ currency: "GBP", month: "2024-03-01", rate: "1.25" }]);
    await loadRecords(scope, "contracts", "t", [{ externalId: "k", account: "A", dueOn: "2023-07-01", value: 100n, currency: "SEK" }]);
    await refresh(scope, asOf);
  });

  test("is named where it is needed, and only there", async () => {
    expect(await read("mrr", "2024-01")).toMatchObject({ value: null, missingRates: ["EUR"] });
    expect(await read("new-mrr", "2024-02")).toMatchObject({ value: null, missingRates: ["GBP"] });
    expect(await read("new-mrr", "2024-Q1")).toMatchObject({ value: null, missingRates: ["EUR", "GBP"] });
    expect(await read("renewals-due", "2023-07")).toMatchObject({ value: null, missingRates: ["SEK"] });
  });

  test("does not hide what does not need it: 1,000 + 100 × 1.25, at a closing on the first of March", async () => {
    const mrr = await read("mrr", "2024-02");
    expect([mrr.value, mrr.details.closing, mrr.details.opening]).toEqual([1_125, 1_125, null]);
    expect((await read("gross-revenue-retention", "2024-01")).value).toBe(1);
    expect((await read("customers", "2024-01")).value).toBe(2);
  });

  test("is not blamed for what is null by itself", async () => {
    expect(await read("quick-ratio", "2023-08")).not.toHaveProperty("missingRates");
    expect(await read("mrr", "2027-01")).not.toHaveProperty("missingRates");
  });
});

describe("the plan of an account that names none", () => {
  test("is that of its largest subscription in money, whatever the currency: 65.00 dollars is more than 7,000 yen at 0.7 cents", async () => {
    await loadRecords(scope, "exchange-rates", "t", [{ currency: "JPY", month: "2024-01-01", rate: "0.7" }]);
    await pays("A", 7_000, { from: "2024-01-01", currency: "JPY", plan: "yen" });
    await pays("A", 6_500, { from: "2024-01-01", plan: "dollar" });
    await refresh(scope, asOf);
    expect((await read("mrr", "2024-03", { by: "plan" })).parts?.map(({ dimension }) => dimension?.value)).toEqual(["dollar"]);
  });

  test("is that of what it pays for, until a trial of more turns into pay", async () => {
    await pays("A", 100, { from: "2024-01-01", plan: "small" });
    await pays("A", 900, { from: "2024-02-01", trialUntil: "2024-03-10", plan: "large" });
    await refresh(scope, asOf);
    const plan = async (period: string) => (await read("mrr", period, { by: "plan" })).parts?.map(({ dimension }) => dimension?.value);
    expect([await plan("2024-02"), await plan("2024-03")]).toEqual([["small"], ["large"]]);
  });
});
