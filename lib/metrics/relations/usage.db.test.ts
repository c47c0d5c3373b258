import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkRebuild } from "@/lib/ledger/rebuild";
import { refresh } from "@/lib/ledger/refresh";
import { readMetrics } from "@/lib/metrics/read";
import type { Reading, ReadingRequest } from "@/lib/metrics/types";
import { withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { changeSettings } from "@/lib/workspaces/settings";
import { testDatabase } from "@/tests/support/database";
import { importText } from "@/tests/support/import";
import { newWorkspace } from "@/tests/support/workspace";

let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await newWorkspace({ timeZone: "America/New_York" });
  await importText(scope, "accounts", "externalId,name,segment\na,A,SMB\nb,B,Enterprise\n");
});
afterAll(closePool);

async function use(...rows: string[]): Promise<void> {
  await importText(scope, "usage", ["account,user,feature,at,count", ...rows].map((row) => `${row}\n`).join(""));
  await refresh(scope);
}

async function users(...rows: string[]): Promise<void> {
  await importText(scope, "users", ["externalId,account,signedUpAt,activatedAt,deletedAt,entitlements", ...rows].join("\n"));
}

async function read(id: string, period: string, more: Partial<ReadingRequest> = {}): Promise<Reading> {
  const request = { ids: [id], period, asOf: new Date("2025-01-01T00:00:00Z"), ...more };
  const { metrics } = await withTenantConnection(scope, ({ sql }) => readMetrics(sql, scope, request), "read");
  const [reading] = metrics;
  if (reading === undefined) throw new Error(`${id} was not read`);
  return reading;
}

test("a person is a name within an account; days are the workspace's own, and a period is half-open", async () => {
  // 04:59 UTC on 1 March is still 29 February in New York; 03:59 UTC on 1 April is still 31 March.
  await use(
    "a,ana,x,2024-03-01T04:59:00Z,1",
    "a,ben,x,2024-03-01T05:00:00Z,1",
    "b,ben,x,2024-04-01T03:59:00Z,1",
    "a,cy,x,2024-04-01T04:00:00Z,1",
  );
  expect((await read("active-users", "2024-02")).value).toBe(1);
  expect((await read("active-users", "2024-03")).value).toBe(2);
  expect((await read("active-users", "2024-04")).value).toBe(1);
});

test("a year counts each person once, from whole months and from the days at its edges", async () => {
  await use("a,ana,x,2024-01-20,1", "a,ana,y,2024-01-20,1", "a,ana,x,2024-02-11,1", "a,ben,x,2024-03-02,1");
  for (const period of ["2024", "t12m:2024-12", "2024-01-15..2024-03-05", "2024-01-20..2024-03-03"]) {
    const { value, details } = await read("active-users", period);
    expect([period, value, details.activeDays]).toEqual([period, 2, 3]); // ana on 2 days, whatever the features, ben on 1
  }
  expect((await read("active-users", "2024-01-21..2024-02-11")).value).toBe(0);
  expect((await read("usage-events", "2024-01-20..2024-03-02")).value).toBe(3);
});

test("stickiness is the mean of daily actives over every day, weekends and empty ones included, of all actives", async () => {
  await use("a,ana,x,2024-02-02,1", "a,ana,x,2024-02-03,5", "b,ben,x,2024-02-02,1");
  // 3 person-days ÷ 29 days ÷ 2 persons; on weekdays 2 ÷ 21 ÷ 2, since the 3rd is a Saturday
  const { value, details } = await read("stickiness", "2024-02");
  expect(value).toBeCloseTo(3 / 58, 12);
  expect(details).toMatchObject({ monthly: 2, days: 29, activeDays: 3, activeWeekdays: 2, possibleWeekdays: 42 });
  expect(details.averageDaily).toBeCloseTo(3 / 29, 12);
});

test("a period that is not over ends at the instant: what comes later is not seen, and the day that holds it counts whole", async () => {
  await use(
    "a,ana,x,2024-03-04T15:00:00Z,1",
    "a,ben,x,2024-03-05T15:00:00Z,2",
    "a,cy,x,2024-03-05T15:00:01Z,4",
    "a,ana,x,2024-03-06T15:00:00Z,8",
  );
  const asOf = new Date("2024-03-05T15:00:01Z");
  const { value, numerator, denominator, partial, details } = await read("stickiness", "2024-03", { asOf });
  expect([numerator, denominator, partial]).toEqual([2, 10, true]); // 5 days have begun, 2 persons
  expect([value, details.days]).toEqual([0.2, 5]);
  expect((await read("usage-events", "2024-03", { asOf })).value).toBe(3);
  expect((await read("active-users", "t12m:2024-03", { asOf })).value).toBe(2);
  expect((await read("feature-adoption-rate", "2024-03", { asOf })).details).toEqual({ eligible: 2, eligibleActive: 2, adopters: 2 });
  const midnight = await read("stickiness", "2024-03", { asOf: new Date("2024-03-05T05:00:00Z") });
  expect([midnight.numerator, midnight.denominator]).toEqual([1, 4]); // the 5th has not begun
});

test("use without a user is events; where nobody is ever named user numbers have no answer, and where nobody was active they are 0 or null", async () => {
  await use("a,,x,2024-03-04,7");
  expect((await read("usage-events", "2024-03")).value).toBe(7);
  expect((await read("active-users", "2024-03")).value).toBeNull();
  await use("a,ana,x,2024-05-04,1", "a,ben,x,2024-05-04,0");
  expect((await read("active-users", "2024-03")).value).toBe(0);
  expect((await read("stickiness", "2024-03")).value).toBeNull();
  expect((await read("stickiness", "2024-03")).details).toMatchObject({ averageDaily: 0, monthly: 0, days: 31 });
  expect((await read("feature-adoption-rate", "2024-03")).value).toBeNull();
  expect((await read("active-users", "2024-05")).value).toBe(1); // a count of 0 is no use
  expect((await read("active-users", "2024-05", { asOf: new Date("2024-05-03T00:00:00Z") })).value).toBeNull();
});

test("events split by feature and by what accounts are", async () => {
  await use("a,ana,x,2024-03-04,7", "b,,x,2024-03-04,2", "b,ben,y,2024-03-05,1");
  const by = async (dimension: "feature" | "segment") =>
    (await read("usage-events", "2024-03", { by: dimension })).parts?.map(({ value, dimension: part }) => [part?.value, value]);
  expect(await by("feature")).toEqual([
    ["x", 9],
    ["y", 1],
  ]);
  expect(await by("segment")).toEqual([
    ["Enterprise", 3],
    ["SMB", 7],
  ]);
  expect((await read("active-users", "2024-03", { by: "segment" })).parts?.map(({ value }) => value)).toEqual([1, 1]);
});

test("a feature is adopted by those who could use it: entitled, active in the period, and as often as asked", async () => {
  await users("ana,a,,,,", "ben,a,,,,x;z", "cy,a,,,,y", "dee,a,,,2024-02-01,x", "eve,b,2024-05-01,,,x");
  await use(
    "a,ana,x,2024-03-01,1",
    "a,ana,x,2024-03-09,2",
    "a,ben,x,2024-03-09,1",
    "a,cy,x,2024-03-10,9",
    "a,fay,y,2024-03-31,1",
    "b,ana,q,2024-04-01,1",
  );
  const x = await read("feature-adoption-rate", "2024-03", { where: { feature: "x" } });
  expect([x.value, x.details]).toEqual([2 / 3, { eligible: 3, eligibleActive: 3, adopters: 2 }]); // ana, ben and fay could; dee is gone, eve not here yet
  // x: 2 of ana, ben, fay; y: 1 of ana, cy, fay; z: none of ana, ben, fay; q was not known in March
  const all = await read("feature-adoption-rate", "2024-03", { by: "feature" });
  expect([all.numerator, all.denominator]).toEqual([3, 9]);
  expect(all.parts?.map(({ dimension, numerator, denominator }) => [dimension?.value, numerator, denominator])).toEqual([
    ["x", 2, 3],
    ["y", 1, 3],
    ["z", 0, 3],
  ]);
  await changeSettings(scope, { min_uses: "3" });
  expect((await read("feature-adoption-rate", "2024-03", { where: { feature: "x" } })).numerator).toBe(1); // ana, 1 + 2
});

test("new users are adopted inside their window, its last instant included; nobody is judged before it is over", async () => {
  await users(
    "in,a,2024-03-02T10:00:00Z,2024-03-16T10:00:00Z,,",
    "out,a,2024-03-02T10:00:00Z,2024-03-16T10:00:01Z,,",
    "never,b,2024-03-10,,,",
    "early,b,2024-03-10,2024-03-09,,",
    "late,b,2024-03-25,2024-03-26,,",
    "old,b,2023-01-01,2023-01-02,,",
    "gone,b,2024-03-03,,2024-03-05,",
  );
  const whole = await read("product-adoption-rate", "2024-03");
  expect([whole.numerator, whole.denominator]).toEqual([2, 5]); // in and late of in, out, never, late, gone
  expect(whole.details).toEqual({ newUsers: 6, adopted: 2, immature: 0, invalid: 1, totalUsers: 6 });
  const open = await read("product-adoption-rate", "2024-03", { asOf: new Date("2024-04-04T00:00:00Z") });
  expect([open.numerator, open.denominator, open.details.immature]).toEqual([1, 4, 1]); // late was activated, but its window is open
  const share = await read("new-user-share", "2024-03");
  expect([share.numerator, share.denominator, share.details.newUsers]).toEqual([5, 6, 5]); // gone is in neither
  expect((await read("product-adoption-rate", "2023-02")).value).toBeNull();
});

test("the months of use are made again to the same rows", async () => {
  await use("a,ana,x,2024-03-04,7", "b,,x,2024-03-04,2", "b,ben,y,2024-03-05,0");
  expect((await checkRebuild(scope)).tables).toMatchObject({
    usage_day: { rows: 3, different: 0 },
    usage_month: { rows: 4, different: 0 },
  });
});
