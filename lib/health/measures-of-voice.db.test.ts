import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { felt, measured, touched } from "@/tests/support/health";
import { aWorkspace, importText } from "@/tests/support/import";

let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await aWorkspace({ timeZone: "UTC" });
  await importText(scope, "accounts", "externalId,name,startedAt\na,A,2023-01-01\nb,B,2024-05-01\n");
});
afterAll(closePool);

async function answers(...rows: string[]): Promise<void> {
  const lines = rows.map((row, index) => `r${index},a,${row}\n`);
  await importText(scope, "survey-responses", `externalId,account,kind,score,scale,answeredAt,status\n${lines.join("")}`);
}

test("every kind of answer is brought to 0 to 100, and counts half after 60 days", async () => {
  // NPS 6 of 10 is 60, 120 days old; CSAT 5 of 5 is 100, 60 days old; CES 4 of 7 is 50, of today.
  await answers("nps,6,,2024-03-02,", "csat,5,,2024-05-01,", "ces,4,,2024-06-30,");
  const sum = 60 / 4 + 100 / 2 + 50;
  expect(await measured(scope, "sentiment", "2024-06-30")).toEqual([Number((sum / (1 / 4 + 1 / 2 + 1)).toFixed(6)), 0]);
});

test("what was dismissed, is 180 days old or lies ahead says nothing", async () => {
  await answers("nps,0,,2024-01-02,", "nps,8,,2024-01-03,", "nps,0,,2024-06-30,dismissed", "csat,,,2024-06-30,", "csat,1,,2024-07-01,");
  expect(await measured(scope, "sentiment", "2024-06-30")).toEqual([80, 179]);
  expect(await measured(scope, "sentiment", "2024-06-30", "b")).toBeNull();
});

test("a ticket's satisfaction is told when it is solved, and again when it is solved anew", async () => {
  await importText(scope, "tickets", "externalId,account,createdAt,satisfaction\nt,a,2024-05-01,2\n");
  await importText(scope, "ticket-events", "ticket,type,at\nt,solved,2024-05-03\nt,reopened,2024-05-10\nt,solved,2024-05-20\n");
  expect(await measured(scope, "sentiment", "2024-05-02")).toBeNull();
  expect(await measured(scope, "sentiment", "2024-05-19")).toEqual([25, 16]);
  expect(await measured(scope, "sentiment", "2024-05-20")).toEqual([25, 0]);
});

test("a touch in which both had a part ends the silence", async () => {
  await touched(scope, "call", "2024-05-10T09:00:00Z");
  await touched(scope, "mail", "2024-05-20T09:00:00Z");
  await touched(scope, "note", "2024-05-25T09:00:00Z");
  await touched(scope, "call", "2024-06-02T00:00:00Z");
  expect(await measured(scope, "engagement", "2024-05-30")).toEqual([20, 10]); // the source spoke on the 20th: a note is no touch
  expect(await measured(scope, "engagement", "2024-06-01")).toEqual([22, 12]);
  expect(await measured(scope, "engagement", "2024-06-02")).toEqual([0, 0]);
});

test("never to have spoken counts from the account's start, or from when touches began to be told, once that is 30 days", async () => {
  await touched(scope, "mail", "2024-04-20T09:00:00Z");
  expect(await measured(scope, "engagement", "2024-05-19")).toBeNull();
  expect(await measured(scope, "engagement", "2024-05-20")).toEqual([30, 30]); // a has been there for longer, but nobody wrote it down
  expect(await measured(scope, "engagement", "2024-05-30", "b")).toBeNull();
  expect(await measured(scope, "engagement", "2024-05-31", "b")).toEqual([30, 41]);
});

test("where nobody writes touches down for 90 days, silence says nothing", async () => {
  await touched(scope, "call", "2024-01-01T09:00:00Z");
  expect(await measured(scope, "engagement", "2024-03-30")).toEqual([89, 89]);
  expect(await measured(scope, "engagement", "2024-03-31")).toBeNull();
});

test("the newest pulse counts until it is 90 days old", async () => {
  await felt(scope, 5, "2024-01-01T09:00:00Z");
  await felt(scope, 2, "2024-02-01T09:00:00Z");
  expect(await measured(scope, "pulse", "2024-01-31")).toEqual([5, 30]);
  expect(await measured(scope, "pulse", "2024-04-30")).toEqual([2, 89]);
  expect(await measured(scope, "pulse", "2024-05-01")).toBeNull();
});
