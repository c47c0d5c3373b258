import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { refresh } from "@/lib/ledger/refresh";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";
import { evidenceOf, partsOf, readOne } from "@/tests/support/reading";

const RATE = "referral-rate";
let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await aWorkspace({ timeZone: "UTC" });
  await importText(scope, "accounts", "externalId,name,segment\na,Ann Ltd,SMB\nb,B,SMB\nc,C,SMB\nd,D,Big\nnever,N,Big\n");
});
afterAll(closePool);

/** Lines of account, from, until. */
async function pay(...lines: string[]): Promise<void> {
  const rows = lines.map((line, place) => `${place},${line},1000,month\n`);
  await importText(scope, "subscriptions", `externalId,account,startedAt,endedAt,amount,interval\n${rows.join("")}`);
  await refresh(scope);
}

/** Lines of account, referredAt, referredAccount, convertedAt. */
async function refer(...lines: string[]): Promise<void> {
  const rows = lines.map((line, place) => `${place},${line}${",".repeat(3 - (line.match(/,/g)?.length ?? 0))}\n`);
  await importText(scope, "referrals", `externalId,account,referredAt,referredAccount,convertedAt\n${rows.join("")}`);
}

test("customers are all who had MRR at any time in the period, each once however many they refer: 2 of 4", async () => {
  await pay("a,2024-01-01,", "b,2024-01-01,2024-03-10", "c,2024-03-31,", "d,2024-03-05,2024-03-20", "never,2024-04-01,");
  await refer("a,2024-03-02,x", "a,2024-03-03,y", "b,2024-03-31T23:00:00Z,z", "c,2024-04-01,w", "never,2024-03-05,v");
  const rate = await readOne(scope, RATE, { by: "segment" });
  expect(rate).toMatchObject({ numerator: 2, denominator: 4, rows: 4 });
  expect(rate.details).toMatchObject({ referring: 2, active: 4, referrals: 3, othersReferrals: 1, selfReferrals: 0 });
  expect(partsOf(rate)).toEqual([
    ["Big", 0],
    ["SMB", 2 / 3],
  ]);
  expect((await evidenceOf(scope, RATE)).map(({ account, numerator, referrals }) => [account, numerator, referrals])).toContainEqual([
    "a",
    1,
    2,
  ]);
});

test("a service that ended at the first instant of the period was over by then, one that ended a moment later was not", async () => {
  await pay("a,2024-01-01,2024-03-01", "b,2024-01-01,2024-03-01T00:00:01Z", "c,2024-01-01,2024-03-01", "c,2024-03-10,2024-03-12");
  expect((await readOne(scope, RATE)).details).toMatchObject({ active: 2 });
});

test("nobody refers themselves, by id or by name, in any case; nobody in particular is somebody", async () => {
  await pay("a,2024-01-01,", "b,2024-01-01,", "c,2024-01-01,", "d,2024-01-01,");
  await refer("a,2024-03-02, ann LTD ", "b,2024-03-02,B", "c,2024-03-02,", "d,2024-03-02,b");
  expect((await readOne(scope, RATE)).details).toMatchObject({ referring: 2, active: 4, selfReferrals: 2 });
});

test("what is converted later is not seen yet", async () => {
  await pay("a,2024-01-01,");
  await refer("a,2024-02-02,x,2024-03-20", "a,2024-03-02,y,2024-04-20");
  expect((await readOne(scope, RATE)).details).toMatchObject({ referrals: 1, converted: 1 });
  expect((await readOne(scope, RATE, { asOf: new Date("2024-03-20T00:00:00Z") })).details.converted).toBe(0);
});

test("without customers there is no rate", async () => {
  await refer("a,2024-03-02,x");
  expect(await readOne(scope, RATE)).toMatchObject({ value: null, rows: 0 });
});
