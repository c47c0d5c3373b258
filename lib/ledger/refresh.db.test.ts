import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadRecords } from "@/lib/imports/load";
import { findKind } from "@/lib/imports/registry";
import { removeRecord } from "@/lib/imports/remove";
import { checkRebuild } from "@/lib/ledger/rebuild";
import { refresh } from "@/lib/ledger/refresh";
import { isStale } from "@/lib/ledger/state";
import { readMetrics } from "@/lib/metrics/read";
import { withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { newWorkspace } from "@/tests/support/workspace";

const at = (day: string) => new Date(`${day}T00:00:00Z`);
let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await newWorkspace();
  await loadRecords(scope, "accounts", "t", [{ externalId: "a", name: "A" }]);
});
afterAll(closePool);

function pays(externalId: string, amount: number, from: string, until: string | null) {
  return loadRecords(scope, "subscriptions", "t", [
    {
      externalId,
      account: "a",
      startedAt: at(from),
      endedAt: until === null ? null : at(until),
      amount: BigInt(amount),
      currency: "USD",
      interval: "month",
    },
  ]);
}

async function mrr(asOf: string, period = asOf.slice(0, 7)): Promise<number | null | undefined> {
  const { metrics } = await withTenantConnection(
    scope,
    ({ sql }) => readMetrics(sql, scope, { ids: ["mrr"], period, asOf: at(asOf) }),
    "read",
  );
  return metrics[0]?.value;
}

async function differences(asOf: string): Promise<number[]> {
  return Object.values((await checkRebuild(scope, at(asOf))).tables).map(({ different }) => different);
}

test("where nothing changed nothing is done", async () => {
  await pays("s", 1_000, "2024-01-01", null);
  expect(await refresh(scope, at("2024-03-10"))).toMatchObject({ accounts: 1 });
  expect(await refresh(scope, at("2024-03-12"))).toMatchObject({ accounts: 0, months: 0 });
});

test("when the last movement of a workspace disappears, its months do too", async () => {
  await pays("s", 1_000, "2024-01-01", null);
  await refresh(scope, at("2024-03-10"));
  await removeRecord(scope, findKind("subscriptions"), { source: "t", externalId: "s" });
  expect(await differences("2024-03-10")).toEqual([0, 0, 0, 0, 0, 0]);
  expect((await checkRebuild(scope, at("2024-03-10"))).tables.account_month).toEqual({ rows: 0, different: 0 });
});

test("time alone moves the numbers it should: an end that was known ahead, and a month that begins", async () => {
  await pays("s", 1_000, "2024-01-01", "2024-03-20");
  await pays("t", 500, "2024-02-01", null);
  await refresh(scope, at("2024-03-10"));
  expect(await mrr("2024-03-10")).toBe(1_500);
  expect(await withTenantConnection(scope, ({ sql }) => isStale(sql, at("2024-03-19")), "read")).toBe(false);
  expect(await withTenantConnection(scope, ({ sql }) => isStale(sql, at("2024-03-21")), "read")).toBe(true);
  for (const [day, worth] of [
    ["2024-03-21", 500],
    ["2024-05-02", 500],
  ] as const) {
    await refresh(scope, at(day));
    expect(await mrr(day)).toBe(worth);
    expect(await differences(day)).toEqual([0, 0, 0, 0, 0, 0]);
  }
  expect(await mrr("2024-05-02", "2024-02")).toBe(1_500);
});

test("what happens at the very instant of a refresh is not waited for at that instant, and is at the next", async () => {
  await pays("s", 1_000, "2024-03-10", null);
  await refresh(scope, at("2024-03-10"));
  const stale = (day: Date) => withTenantConnection(scope, ({ sql }) => isStale(sql, day), "read");
  expect(await stale(at("2024-03-10"))).toBe(false);
  expect(await refresh(scope, at("2024-03-10"))).toMatchObject({ accounts: 0, months: 0 });
  expect(await stale(at("2024-03-11"))).toBe(true);
  await refresh(scope, at("2024-03-11"));
  expect([await mrr("2024-03-10"), await mrr("2024-03-11")]).toEqual([0, 1_000]);
});

test("a change told while time has passed is counted as of today", async () => {
  await pays("s", 1_000, "2024-01-01", null);
  await refresh(scope, at("2024-03-10"));
  await pays("late", 250, "2023-11-05", "2024-04-15");
  await refresh(scope, at("2024-05-02"));
  expect([await mrr("2024-05-02", "2023-11"), await mrr("2024-05-02", "2024-03"), await mrr("2024-05-02")]).toEqual([250, 1_250, 1_000]);
  expect(await differences("2024-05-02")).toEqual([0, 0, 0, 0, 0, 0]);
});
