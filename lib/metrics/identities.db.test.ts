import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadRecords } from "@/lib/imports/load";
import { DIMENSIONS, type Dimension } from "@/lib/kernel/dimension";
import { checkRebuild } from "@/lib/ledger/rebuild";
import { isDerived, isSpread } from "@/lib/metrics/definition";
import { listEvidence } from "@/lib/metrics/evidence";
import { readMetrics } from "@/lib/metrics/read";
import { isQuotient } from "@/lib/metrics/reading";
import { metrics } from "@/lib/metrics/registry";
import type { Reading } from "@/lib/metrics/types";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { loadGolden } from "@/prisma/seed/golden";
import { testDatabase } from "@/tests/support/database";
import { newWorkspace } from "@/tests/support/workspace";

const PERIODS = ["2024-03", "2024-Q1", "2024", "t12m:2024-06", "2024-03-05..2024-05-20"];
const asOf = new Date("2025-02-01T00:00:00Z");
const adding = metrics.filter((metric) => !isDerived(metric) && !isSpread(metric)).map(({ face }) => face.id);
const counting = metrics.filter((metric) => !isDerived(metric)).map(({ face }) => face.id);
let scope: Scope;

beforeAll(async () => {
  await testDatabase();
  scope = await newWorkspace();
  await loadGolden(scope);
});
afterAll(closePool);

function reading<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  return withTenantConnection(scope, ({ sql }) => work(sql), "read");
}

describe.each(PERIODS)("over %s", (period) => {
  test("opening + new + expansion + reactivated − contraction − churned + exchange = closing, whole and for every value of every dimension", async () => {
    const bridges = await reading(async (sql) => {
      const readings: Reading[] = [];
      for (const by of DIMENSIONS) {
        const { metrics: read } = await readMetrics(sql, scope, { ids: ["mrr", "new-mrr"], period, by, asOf });
        readings.push(...read, ...read.flatMap(({ parts }) => parts ?? []));
      }
      return readings;
    });
    for (const { details: d } of bridges) {
      const closed = sum(d, "opening", "new", "expansion", "reactivated", "fxImpact") - sum(d, "contraction", "churned");
      expect(closed).toBeCloseTo(d.closing ?? Number.NaN, 6);
    }
  });

  test("net retention = 1 − net churn, gross = 1 − gross churn, customer retention = 1 − customer churn, gross ≤ min(1, net)", async () => {
    const { metrics: read } = await reading((sql) => readMetrics(sql, scope, { period, asOf }));
    const value = (id: string) => read.find((metric) => metric.id === id)?.value ?? Number.NaN;
    expect(value("net-revenue-retention")).toBeCloseTo(1 - value("net-mrr-churn-rate"), 12);
    expect(value("gross-revenue-retention")).toBeCloseTo(1 - value("gross-mrr-churn-rate"), 12);
    expect(value("customer-retention-rate")).toBeCloseTo(1 - value("customer-churn-rate"), 12);
    expect(value("gross-revenue-retention")).toBeLessThanOrEqual(Math.min(1, value("net-revenue-retention")) + 1e-12);
  });

  test.each(DIMENSIONS)("the parts by %s add up to the whole", async (by) => {
    const { metrics: read } = await reading((sql) => readMetrics(sql, scope, { ids: adding, period, by, asOf }));
    for (const { id, numerator, denominator, rows, parts } of read) {
      expect([id, total(parts, "rows")]).toEqual([id, rows]);
      expect(total(parts, "numerator"), id).toBeCloseTo(numerator ?? 0, 6);
      expect(total(parts, "denominator"), id).toBeCloseTo(denominator ?? 0, 6);
    }
  });

  test.each(DIMENSIONS)("so do the counts and the money behind them by %s", async (by) => {
    const { metrics: read } = await reading((sql) => readMetrics(sql, scope, { ids: counting, period, by, asOf }));
    for (const { id, details, parts } of read) {
      for (const name of addedDetails(id)) {
        const found = (parts ?? []).map((part) => part.details[name] ?? Number.NaN);
        expect(
          found.reduce((added, each) => added + each, 0),
          `${id}, ${name}`,
        ).toBeCloseTo(details[name] ?? Number.NaN, 6);
      }
    }
  });

  test.each<Partial<Record<Dimension, string>>>([{}, { segment: "SMB" }, { interval: "month" }, { interval: "month", segment: "SMB" }])(
    "the rows behind every number add up to it, where %o",
    async (where) => {
      await reading(async (sql) => {
        const { metrics: read } = await readMetrics(sql, scope, { ids: adding, period, where, asOf });
        for (const { id, numerator, denominator, rows } of read) {
          const page = await listEvidence(sql, scope, { id, period, where, asOf });
          const added = { rows: page.rows.length, numerator: total(page.rows, "numerator"), denominator: total(page.rows, "denominator") };
          expect({ id, rows: added.rows, total: page.total.rows }).toEqual({ id, rows, total: rows });
          expect(added.numerator, id).toBeCloseTo(numerator ?? 0, 6);
          expect(added.denominator, id).toBeCloseTo(denominator ?? 0, 6);
          expect(page.total.numerator, id).toBeCloseTo(numerator ?? 0, 6);
        }
      });
    },
  );
});

test("kept sums and the rows themselves give the same, by every dimension", async () => {
  await reading(async (sql) => {
    const live: Sql = async (text, params) =>
      text.includes("FROM app.derivation") ? unrolled(await sql(text, params)) : sql(text, params);
    for (const period of ["2024-05", "2024-Q2", "t12m:2024-12"]) {
      for (const by of DIMENSIONS) {
        const request = { period, by, asOf, trend: 3 };
        expect(await readMetrics(sql, scope, request)).toEqual(await readMetrics(live, scope, request));
      }
    }
  });
});

test("pages of evidence follow one another without a gap or a repeat", async () => {
  const seen: (string | null)[] = [];
  let after: string | undefined;
  do {
    const page = await reading((sql) =>
      listEvidence(sql, scope, { id: "mrr", period: "2024-03", asOf, limit: 2, ...(after === undefined ? {} : { after }) }),
    );
    seen.push(...page.rows.map(({ account }) => account));
    after = page.next ?? undefined;
  } while (after !== undefined);
  const whole = await reading((sql) => listEvidence(sql, scope, { id: "mrr", period: "2024-03", asOf }));
  expect(seen).toEqual(whole.rows.map(({ account }) => account));
});

test("two records of one account that two sources call the same are two rows, also over a page's edge", async () => {
  const twins = await newWorkspace();
  for (const source of ["desk", "phone"]) {
    await loadRecords(twins, "accounts", source, [{ externalId: source, name: "A" }]);
    await loadRecords(twins, "tickets", source, [
      { externalId: "1", account: "desk", createdAt: new Date("2024-03-05T00:00:00Z"), subject: source },
    ]);
  }
  const rows = (after?: string) =>
    withTenantConnection(
      twins,
      ({ sql }) =>
        listEvidence(sql, twins, { id: "tickets", period: "2024-03", asOf, limit: 1, ...(after === undefined ? {} : { after }) }),
      "read",
    );
  const first = await rows();
  const second = await rows(first.next ?? undefined);
  expect([first.rows[0]?.subject, second.rows[0]?.subject].sort()).toEqual(["desk", "phone"]);
  expect(second.next).toBeNull();
});

test("deriving everything again changes nothing", async () => {
  expect(Object.values((await checkRebuild(scope)).tables).map(({ different }) => different)).toEqual([0, 0, 0, 0, 0, 0]);
});

/** The named counts that add up; a mean of some, or a pace, does not. */
function addedDetails(id: string): string[] {
  const metric = metrics.find(({ face }) => face.id === id);
  if (metric === undefined || isDerived(metric)) return [];
  return Object.keys(metric.details).filter((name) => !isQuotient(metric.details[name]));
}

function sum(details: Record<string, number | null>, ...names: string[]): number {
  return names.reduce((added, name) => added + (details[name] ?? Number.NaN), 0);
}

function total(
  rows: readonly { numerator: number | null; denominator: number | null }[] | null,
  column: "numerator" | "denominator",
): number;
function total(rows: readonly { rows: number }[] | null, column: "rows"): number;
function total(rows: readonly Record<string, unknown>[] | null, column: string): number {
  return (rows ?? []).reduce((added, row) => added + Number(row[column] ?? 0), 0);
}

function unrolled<Row>(rows: Row[]): Row[] {
  return rows.map((row) => ({ ...row, rolled_as_of: null, rolled_until: null }));
}
