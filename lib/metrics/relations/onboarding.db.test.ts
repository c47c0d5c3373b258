import { afterAll, beforeAll, expect, test } from "vitest";
import { refresh } from "@/lib/ledger/refresh";
import { listEvidence } from "@/lib/metrics/evidence";
import { readMetrics } from "@/lib/metrics/read";
import { timeToValue } from "@/lib/metrics/time-to-value";
import type { EvidenceRow, Reading, ReadingRequest } from "@/lib/metrics/types";
import { withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";

beforeAll(async () => {
  await testDatabase();
});
afterAll(closePool);

/** Accounts by their start (none: no day of their own), and the days on which they reached a milestone. */
async function book(
  accounts: Record<string, string>,
  values: readonly string[],
  { timeZone = "UTC", subscriptions = "" } = {},
): Promise<Scope> {
  const scope = await aWorkspace({ timeZone });
  const rows = Object.entries(accounts).map(([name, start]) => `${name},${name},${start}\n`);
  await importText(scope, "accounts", `externalId,name,startedAt\n${rows.join("")}`);
  if (subscriptions) await importText(scope, "subscriptions", `externalId,account,startedAt,amount,interval\n${subscriptions}`);
  await importText(scope, "milestones", `account,kind,at\n${values.map((value) => `${value}\n`).join("")}`);
  await refresh(scope);
  return scope;
}

async function read(scope: Scope, id: string, more: Partial<ReadingRequest> = {}): Promise<Reading> {
  const request = { ids: [id], period: "2024-03", asOf: new Date("2024-05-01T00:00:00Z"), ...more };
  const { metrics } = await withTenantConnection(scope, ({ sql }) => readMetrics(sql, scope, request), "read");
  const [reading] = metrics;
  if (reading === undefined) throw new Error(`${id} was not read`);
  return reading;
}

async function rowsOf(scope: Scope): Promise<EvidenceRow[]> {
  const request = { id: "time-to-value", period: "2024-03", asOf: new Date("2024-05-01T00:00:00Z") };
  return (await withTenantConnection(scope, ({ sql }) => listEvidence(sql, scope, request), "read")).rows;
}

test("who has not got there is followed to the instant of the reading, and those who arrived alone would flatter", async () => {
  const scope = await book({ a: "2024-03-01", b: "2024-03-01", c: "2024-03-02" }, ["a,first_value,2024-03-03", "b,first_value,2024-03-11"]);
  const reading = await read(scope, "time-to-value");
  expect([reading.value, reading.numerator, reading.interval]).toEqual([10, null, null]); // S: 2/3 after 2 days, 1/3 after 10
  expect((await rowsOf(scope)).map(({ account, value, observed }) => [account, value, observed])).toEqual([
    ["c", 60, false],
    ["b", 10, true],
    ["a", 2, true],
  ]);
  const variants = await timeToValue.variants?.(
    reading,
    async () => [],
    () => rowsOf(scope),
  );
  expect(variants?.slice(0, 2).map(({ value }) => value)).toEqual([6, 6]); // (2 + 10) ÷ 2
});

test("before half have got there, there is no median", async () => {
  const scope = await book({ a: "2024-03-01", b: "2024-03-01", c: "2024-03-01" }, ["a,first_value,2024-03-02"]);
  expect(await read(scope, "time-to-value")).toMatchObject({ value: null, rows: 3, details: { accounts: 3, reached: 1 } });
});

test("value before the start is bad data, unless value comes after it too; other milestones are no value; no time at all is a time", async () => {
  const scope = await book({ a: "2024-03-10", b: "2024-03-10", c: "2024-03-10", d: "2024-03-10" }, [
    "a,first_value,2024-03-09",
    "b,first_value,2024-03-09",
    "b,first_value,2024-03-12",
    "b,first_value,2024-03-15",
    "c,kick-off,2024-03-11",
    "d,first_value,2024-03-10",
  ]);
  expect((await read(scope, "time-to-value")).details).toEqual({ accounts: 3, reached: 2, invalid: 1, eligible: 3, immature: 0 });
  expect((await rowsOf(scope)).map(({ account, value }) => [account, value])).toEqual([
    ["c", 52],
    ["b", 2],
    ["d", 0],
  ]); // 10 March to 1 May: 52
});

test("an account without a start begins with its first subscription, in the month of its local day", async () => {
  const subscriptions = "s1,a,2024-03-31T23:00:00Z,100,month\ns2,a,2024-06-01,100,month\ns3,b,2024-01-01,100,month\n";
  const scope = await book({ a: "", b: "2024-03-05", c: "" }, [], { timeZone: "Europe/Berlin", subscriptions });
  expect((await read(scope, "time-to-value")).details.accounts).toBe(1); // b, by its own day
  expect((await read(scope, "time-to-value", { period: "2024-04" })).details.accounts).toBe(1); // a: 1 April, 1:00 in Berlin
});

test("value in time: of accounts old enough, with the last instant of the window in it", async () => {
  const scope = await book({ a: "2024-03-01", b: "2024-03-01", c: "2024-03-01", young: "2024-03-10" }, [
    "a,first_value,2024-03-31",
    "b,first_value,2024-03-31T00:00:01Z",
    "young,first_value,2024-03-11",
  ]);
  const { value, numerator, denominator, details } = await read(scope, "value-reached-share", { asOf: new Date("2024-04-02T00:00:00Z") });
  expect([value, numerator, denominator]).toEqual([1 / 3, 1, 3]);
  expect(details).toEqual({ accounts: 4, reached: 3, invalid: 0, eligible: 3, immature: 1 });
});

test("a milestone at the instant of the reading or later is not seen", async () => {
  const scope = await book({ a: "2024-03-01" }, ["a,first_value,2024-03-05"]);
  expect((await read(scope, "time-to-value", { asOf: new Date("2024-03-05T00:00:00Z") })).details.reached).toBe(0);
  expect((await read(scope, "time-to-value", { asOf: new Date("2024-03-05T00:00:01Z") })).value).toBe(4);
});
