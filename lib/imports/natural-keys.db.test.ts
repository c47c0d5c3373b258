import { beforeAll, expect, test } from "vitest";
import { findKind } from "@/lib/imports/registry";
import { removeRecord } from "@/lib/imports/remove";
import { undoRun } from "@/lib/imports/undo";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

await testDatabase();
let scope: Scope;

beforeAll(async () => {
  scope = await aWorkspace();
  await importText(scope, "accounts", "externalId,name\nA,Alpha\n");
  await importText(
    scope,
    "subscriptions",
    "externalId,account,startedAt,amount,interval\nS1,A,2024-01-01,1000,month\nS2,A,2024-01-01,1000,month\n",
  );
});

function load(kind: string, text: string, source: string) {
  return importText(scope, kind, text, { source });
}

function pauses() {
  return rowsOf(
    scope,
    `SELECT s.external_id AS subscription, p.until_at::date::text AS until FROM app.pause p JOIN app.subscription s ON s.id = p.subscription_id ORDER BY 1, p.from_at`,
  );
}

const HEAD = "subscription,from,until\n";

test("the same pause from two sources is one record, and the later file wins", async () => {
  expect(await load("pauses", `${HEAD}S1,2024-02-01,2024-03-02\n`, "crm")).toMatchObject({ accepted: 1 });
  expect(await load("pauses", `${HEAD}S1,2024-02-01,2024-03-02\n`, "billing")).toMatchObject({ unchanged: 1 });
  const later = await load("pauses", `${HEAD}S1,2024-02-01,2024-04-02\n`, "billing");
  expect(later).toMatchObject({ inserted: 0, updated: 1 });
  expect(await pauses()).toEqual([{ subscription: "S1", until: "2024-04-01" }]);
  expect(await load("pauses", `${HEAD}S1,2024-02-01,2024-04-02\n`, "crm")).toMatchObject({ unchanged: 1 });
  expect(await undoRun(scope, later.runId ?? "")).toEqual({ deleted: 0, restored: 1, kept: 0 });
  expect(await pauses()).toEqual([{ subscription: "S1", until: "2024-03-01" }]);
  expect(await load("pauses", `${HEAD}S1,2024-02-01,2024-03-02\n`, "elsewhere")).toMatchObject({ unchanged: 1 });
});

test("within a file the same pause is unchanged with the same content and refused with other content", async () => {
  const text = `${HEAD}S2,2024-02-01,2024-03-02\nS2,2024-02-01 00:00,2024-03-02\nS2,2024-02-01,2024-03-03\n`;
  const report = await load("pauses", text, "crm");
  expect(report).toMatchObject({ read: 3, accepted: 1, unchanged: 1, reasons: { "duplicate-key": 1 } });
  expect(await rowsOf(scope, "SELECT detail FROM app.import_reject WHERE run_id = $1::uuid", [report.runId])).toEqual([
    { detail: "S2/2024-01-31T23:00:00.000Z is on line 2 with other content" },
  ]);
});

test("one with an external id is its source's own", async () => {
  expect(await load("pauses", "externalId,subscription,from\nP1,S2,2024-02-01\n", "crm")).toMatchObject({ inserted: 1 });
  expect(await load("pauses", "externalId,subscription,from\nP1,S2,2024-02-01\n", "billing")).toMatchObject({ inserted: 1 });
});

test("a discount is known by subscription, type, value and start, with or without a start", async () => {
  const text =
    "subscription,type,value,duration,startsAt\nS1,percent,10.5,forever,\nS1,percent,10.5,forever,2024-01-01\nS1,fixed,10,forever,\n";
  expect(await load("discounts", text, "crm")).toMatchObject({ inserted: 3 });
  expect(await load("discounts", text.replaceAll("forever", "once"), "billing")).toMatchObject({ inserted: 0, updated: 3 });
  expect(await rowsOf(scope, "SELECT DISTINCT duration FROM app.discount")).toEqual([{ duration: "once" }]);
});

test("such a record is removed by its parts, whatever source it came from", async () => {
  const remove = (kind: string, externalId: string) => removeRecord(scope, findKind(kind), { source: "billing", externalId });
  expect(await remove("pauses", "S1/2024-02-01")).toMatchObject({ deleted: 1 });
  await expect(remove("pauses", "S1/2024-02-01")).rejects.toThrow("There is no record S1/2024-02-01");
  expect(await remove("discounts", "S1/percent/10.5/")).toMatchObject({ deleted: 1 });
  expect(await remove("discounts", "S1/percent/10.5/2023-12-31T23:00:00.000Z")).toMatchObject({ deleted: 1 });
});
