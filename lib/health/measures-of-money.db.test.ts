import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { measured } from "@/tests/support/health";
import { aWorkspace, importText } from "@/tests/support/import";

let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await aWorkspace({ timeZone: "UTC" });
  await importText(scope, "accounts", "externalId,name,startedAt\na,A,2023-01-01\n");
});
afterAll(closePool);

const HEADER = ["startedAt", "endedAt", "interval", "seats", "pastDueSince", "unpaidFrom", "canceledAt", "renewsAt", "status"] as const;
type Sub = Partial<Record<(typeof HEADER)[number], string>>;

async function subs(...rows: Sub[]): Promise<void> {
  const lines = rows.map((row, i) => `s${i},a,100,${HEADER.map((name) => row[name] ?? (name === "interval" ? "month" : "")).join(",")}\n`);
  await importText(scope, "subscriptions", `externalId,account,amount,${HEADER.join(",")}\n${lines.join("")}`);
}

async function contracts(...rows: string[]): Promise<void> {
  const lines = rows.map((row, i) => `c${i},a,100000,${row}\n`);
  await importText(
    scope,
    "contracts",
    `externalId,account,value,dueOn,termMonths,renewedOn,renewedTermMonths,declinedOn\n${lines.join("")}`,
  );
}

const figureOf = async (id: string, day: string) => (await measured(scope, id, day))?.[0];

test("what is owed counts from the day it was due, by the longest of those that run", async () => {
  await subs(
    { startedAt: "2024-01-01", pastDueSince: "2024-05-10T12:00:00Z" },
    { startedAt: "2024-01-01", pastDueSince: "2024-05-20", unpaidFrom: "2024-05-15" },
    { startedAt: "2024-01-01", endedAt: "2024-05-12", pastDueSince: "2024-01-05" },
  );
  expect(await figureOf("payment", "2024-05-11")).toBe(127); // since January 5, until that one ended
  expect(await figureOf("payment", "2024-05-12")).toBe(2);
  expect(await figureOf("payment", "2024-05-09")).toBe(125);
});

test("who owes nothing is at 0; without a running subscription nothing is known", async () => {
  await subs({ startedAt: "2024-02-01", pastDueSince: "2024-05-10" });
  expect(await figureOf("payment", "2024-05-09")).toBe(0);
  expect(await figureOf("payment", "2024-01-31")).toBeUndefined();
  expect(await figureOf("contract", "2024-01-31")).toBeUndefined();
});

/** Lets the records of subscriptions have been written at an instant. */
async function written(at: string): Promise<void> {
  await withTenantConnection(scope, ({ sql }) => sql("UPDATE app.subscription SET updated_at = $1::timestamptz", [at]));
}

test.each(["past_due", "unpaid"])("who is %s without a date owes since the record says so, and before is not known", async (status) => {
  await subs({ startedAt: "2024-01-01", status });
  await written("2024-05-10T12:00:00Z");
  expect(await figureOf("payment", "2024-05-09")).toBeUndefined();
  expect(await figureOf("payment", "2024-05-10")).toBe(0);
  expect(await figureOf("payment", "2024-05-20")).toBe(10);
  await subs({ startedAt: "2024-01-01", status: "active" });
  expect(await figureOf("payment", "2024-05-20")).toBe(0);
});

test("beside one that owes since nobody knows when, one that is paid says nothing, and one that owes does", async () => {
  await subs(
    { startedAt: "2024-01-01", status: "past_due" },
    { startedAt: "2024-01-01" },
    { startedAt: "2024-01-01", pastDueSince: "2024-05-01" },
  );
  await written("2024-05-10T12:00:00Z");
  expect(await figureOf("payment", "2024-04-30")).toBeUndefined();
  expect(await figureOf("payment", "2024-05-09")).toBe(8);
  expect(await figureOf("payment", "2024-05-20")).toBe(19);
});

test("a contract runs out on its day until it is decided, and is talked about for 30 days after", async () => {
  await subs({ startedAt: "2023-06-01" });
  await contracts("2024-06-01,12,2024-06-20,24,");
  expect(await figureOf("contract", "2023-05-31")).toBeUndefined(); // its term has not begun
  expect(await figureOf("contract", "2024-05-31")).toBe(1);
  expect(await figureOf("contract", "2024-06-19")).toBe(-18);
  expect(await figureOf("contract", "2024-06-20")).toBe(711); // to June 1, 2026
});

test("one that nobody decided is a thing of the past after 30 days; one that was declined is over at once", async () => {
  await subs({ startedAt: "2023-06-01" });
  await contracts("2024-06-01,12,,,");
  expect(await figureOf("contract", "2024-07-01")).toBe(-30);
  expect(await figureOf("contract", "2024-07-02")).toBe(365); // and yet they pay
  await contracts("2024-06-01,12,,,2024-04-10");
  expect(await figureOf("contract", "2024-04-09")).toBe(53);
  expect(await figureOf("contract", "2024-04-10")).toBe(0);
});

test("what renews by itself is good for a year, until it is cancelled", async () => {
  await subs(
    { startedAt: "2024-01-01", canceledAt: "2024-05-10", endedAt: "2024-06-01" },
    { startedAt: "2024-01-01", canceledAt: "2024-05-20" },
  );
  expect(await figureOf("contract", "2024-05-19")).toBe(365); // one of two
  expect(await figureOf("contract", "2024-05-20")).toBe(0);
});

test("a yearly subscription runs until it renews, the next time from each day; a monthly one is not asked", async () => {
  await subs({ startedAt: "2023-03-01", interval: "year", renewsAt: "2025-03-01" });
  expect(await figureOf("contract", "2024-02-28")).toBe(2);
  expect(await figureOf("contract", "2024-02-29")).toBe(1);
  expect(await figureOf("contract", "2024-03-01")).toBe(365);
  expect(await figureOf("contract", "2025-03-02")).toBe(364); // told of once, it goes on
  await subs({ startedAt: "2023-03-01", interval: "month", renewsAt: "2025-03-01" });
  expect(await figureOf("contract", "2024-02-28")).toBe(365);
});

test("seats grow by those that run now against those that ran 90 days before", async () => {
  await subs(
    { startedAt: "2024-01-01", endedAt: "2024-05-01", seats: "20" },
    { startedAt: "2024-05-01", seats: "30" },
    { startedAt: "2024-05-11", seats: "5" },
  );
  expect(await figureOf("seat-growth", "2024-03-30")).toBeUndefined();
  expect(await figureOf("seat-growth", "2024-03-31")).toBe(1); // 90 days after January 1
  expect(await figureOf("seat-growth", "2024-05-10")).toBe(30 / 20);
  expect(await figureOf("seat-growth", "2024-05-11")).toBe(35 / 20);
  expect(await figureOf("seat-growth", "2024-07-30")).toBe(35 / 30);
});
