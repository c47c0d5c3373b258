import { afterAll, beforeAll, expect, test } from "vitest";
import { refresh } from "@/lib/ledger/refresh";
import { type ActivityRequest, stepsUpTo } from "@/lib/metrics/activity";
import { listFeatures } from "@/lib/metrics/features";
import { readLifecycle } from "@/lib/metrics/lifecycle";
import { readReturns } from "@/lib/metrics/returns";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { importText } from "@/tests/support/import";
import { newWorkspace } from "@/tests/support/workspace";

// ana: Jan, Feb, Apr. ben: Feb. cy of Enterprise: Jan and, after the instant of the reading, Apr. Somebody unnamed: Mar, at b.
const USE = [
  "a,ana,x,2024-01-05",
  "a,ana,x,2024-02-06",
  "a,ana,y,2024-04-02",
  "a,ben,y,2024-02-20",
  "b,cy,x,2024-01-31",
  "b,cy,x,2024-04-20",
  "b,,x,2024-03-03",
];
const asOf = new Date("2024-04-10T00:00:00Z");
let scope: Scope;

beforeAll(async () => {
  await testDatabase();
  scope = await newWorkspace();
  await importText(scope, "accounts", "externalId,name,segment\na,A,SMB\nb,B,Enterprise\n");
  await importText(scope, "usage", ["account,user,feature,at", ...USE].join("\n"));
  await refresh(scope);
});
afterAll(closePool);

function reading<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  return withTenantConnection(scope, ({ sql }) => work(sql), "read");
}

function months(count: number, more: Partial<ActivityRequest> = {}): ActivityRequest {
  return { buckets: stepsUpTo("2024-04-09", "month", count), level: "user", where: {}, asOf, ...more };
}

async function stages(request: ActivityRequest) {
  const found = await reading((sql) => readLifecycle(sql, scope, request));
  return found.map((stage) => [stage.new, stage.returning, stage.resurrecting, stage.dormant]);
}

test("persons are new once, then return, come back or stay away; a bucket that is not over says so", async () => {
  expect(await stages(months(5))).toEqual([
    [2, 0, 0, 0], // January: ana and cy
    [1, 1, 0, 1], // ben is new, ana returns, cy stays away
    [0, 0, 0, 2],
    [0, 0, 1, 0], // ana comes back; cy does so only later
  ]);
  const found = await reading((sql) => readLifecycle(sql, scope, months(5)));
  expect(found.map(({ partial }) => partial)).toEqual([false, false, false, true]);
});

test("actives are new + returning + resurrecting, and all of them return or stay away in the next bucket, in days as in months", async () => {
  for (const step of ["day", "week", "month"] as const) {
    for (const level of ["account", "user"] as const) {
      const all = await reading((sql) => readLifecycle(sql, scope, months(4, { level, buckets: stepsUpTo("2024-04-09", step, 120) })));
      for (const [index, stage] of all.entries()) {
        const next = all[index + 1];
        if (next) expect(next.returning + next.dormant).toBe(stage.new + stage.returning + stage.resurrecting);
      }
      expect(all.reduce((sum, stage) => sum + stage.new, 0)).toBe(level === "user" ? 3 : 2);
    }
  }
});

test("accounts are followed by whomever they are used, and can be picked by what they are and by a feature", async () => {
  expect(await stages(months(4, { level: "account" }))).toEqual([
    [0, 1, 0, 1],
    [0, 0, 1, 1],
    [0, 0, 1, 1],
  ]);
  expect(await stages(months(4, { level: "account", where: { segment: "SMB" } }))).toEqual([
    [0, 1, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 1, 0],
  ]);
  expect(await stages(months(4, { where: { feature: "y" } }))).toEqual([
    [1, 0, 0, 0],
    [0, 0, 0, 1],
    [1, 0, 0, 0],
  ]);
});

test("returns: recurring rows of everyone active, or of newcomers alone, on or on-or-after", async () => {
  const cells = async (from: "every" | "first", back: "on" | "on-or-after") =>
    (await reading((sql) => readReturns(sql, scope, { ...months(4), from, back }))).map((row) => row.cells);
  expect(await cells("every", "on")).toEqual([[2, 1, 0, 1], [2, 0, 1], [0, 0], [1]]);
  expect(await cells("first", "on")).toEqual([[2, 1, 0, 1], [1, 0, 0], [0, 0], [0]]);
  expect(await cells("every", "on-or-after")).toEqual([[2, 1, 1, 1], [2, 1, 1], [0, 0], [1]]);
  const ahead = await reading((sql) =>
    readReturns(sql, scope, { ...months(4), buckets: stepsUpTo("2024-05-09", "month", 3), from: "every", back: "on" }),
  );
  expect(ahead.map((row) => row.cells)).toEqual([[0, 0, null], [1, null], [null]]);
  expect(ahead[0]?.partial).toEqual([false, true, false]);
});

test("features by who used them, of all who used anything, beside the period before", async () => {
  const found = await reading((sql) => listFeatures(sql, scope, { period: "2024-02", earlier: "2024-01", where: {}, asOf }));
  expect(found.active).toEqual({ accounts: 1, users: 2, events: 2 });
  expect(found.features.map(({ feature, now, before }) => [feature, now, before])).toEqual([
    ["x", { accounts: 1, users: 1, events: 1 }, { accounts: 2, users: 2, events: 2 }],
    ["y", { accounts: 1, users: 1, events: 1 }, { accounts: 0, users: 0, events: 0 }],
  ]);
  expect(found.features[0]?.months.slice(-2).map(({ month, accounts }) => [month, accounts])).toEqual([
    ["2024-01", 2],
    ["2024-02", 1],
  ]);
});
