import { beforeAll, expect, test } from "vitest";
import { mergeAccounts } from "@/lib/imports/merge";
import { findKind } from "@/lib/imports/registry";
import { removeRecord } from "@/lib/imports/remove";
import { undoRun } from "@/lib/imports/undo";
import { withTenant } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

await testDatabase();
let scope: Scope;

beforeAll(async () => {
  scope = await aWorkspace();
});

const HEAD = "externalId,account,startedAt,amount,interval\n";

function load(kind: string, text: string) {
  return importText(scope, kind, text);
}

async function idOf(run: Promise<{ runId: string | null }>): Promise<string> {
  return (await run).runId ?? "";
}

function subscriptions() {
  return rowsOf(
    scope,
    "SELECT s.external_id, s.amount::int AS amount, a.external_id AS account FROM app.subscription s JOIN app.account a ON a.id = s.account_id ORDER BY 1",
  );
}

test("an undo removes what the run brought and restores what it changed, an account's history included", async () => {
  await load("accounts", "externalId,name,segment\nA,Alpha,SMB\nB,Beta,Mid\n");
  const before = await rowsOf(scope, "SELECT account_id::text, from_at::text, segment FROM app.account_version ORDER BY 1, 2");
  const run = await idOf(load("accounts", "externalId,name,segment\nA,Alpha,Enterprise\nB,Beta,Mid\nC,Gamma,SMB\n"));
  expect(await undoRun(scope, run)).toEqual({ deleted: 1, restored: 1, kept: 0 });
  expect(await rowsOf(scope, "SELECT external_id, segment FROM app.account ORDER BY 1")).toEqual([
    { external_id: "A", segment: "SMB" },
    { external_id: "B", segment: "Mid" },
  ]);
  expect(await rowsOf(scope, "SELECT account_id::text, from_at::text, segment FROM app.account_version ORDER BY 1, 2")).toEqual(before);
  expect(await rowsOf(scope, "SELECT status FROM app.import_run WHERE id = $1::uuid", [run])).toEqual([{ status: "undone" }]);
  await expect(undoRun(scope, run)).rejects.toThrow("undone already");
});

test("what a later run changed is kept and counted, and undone in its turn leaves the earlier content", async () => {
  const first = await idOf(load("subscriptions", `${HEAD}S1,A,2024-01-01,1000,month\nS2,A,2024-01-01,1000,month\n`));
  const second = await idOf(load("subscriptions", `${HEAD}S1,A,2024-01-01,2000,month\n`));
  expect(await undoRun(scope, first)).toEqual({ deleted: 1, restored: 0, kept: 1 });
  expect(await undoRun(scope, second)).toEqual({ deleted: 0, restored: 1, kept: 0 });
  expect(await subscriptions()).toEqual([{ external_id: "S1", amount: 1000, account: "A" }]);
});

test("an account that records of others hang on is kept", async () => {
  const run = await idOf(load("accounts", "externalId,name\nD,Delta\nE,Epsilon\n"));
  await load("subscriptions", `${HEAD}S3,D,2024-01-01,500,month\n`);
  expect(await undoRun(scope, run)).toEqual({ deleted: 1, restored: 0, kept: 1 });
});

const WORK = [
  "INSERT INTO app.touchpoint (workspace_id, account_id, type, at, text, author) SELECT workspace_id, id, 'note', now(), 'Met them', 'ada' FROM app.account WHERE external_id = $1",
  "INSERT INTO app.task (workspace_id, account_id, title, type, reason, due_on, author) SELECT workspace_id, id, 'Call', 'risk', 'adoption', '2024-03-01', 'ada' FROM app.account WHERE external_id = $1",
  "INSERT INTO app.pulse (workspace_id, account_id, rating, author) SELECT workspace_id, id, 2, 'ada' FROM app.account WHERE external_id = $1",
  "INSERT INTO app.health_override (workspace_id, account_id, band, reason, author, until_at) SELECT workspace_id, id, 'red', 'Told us', 'ada', now() + interval '9 days' FROM app.account WHERE external_id = $1",
  "INSERT INTO app.success_plan (workspace_id, account_id, goal, author) SELECT workspace_id, id, 'Fewer calls', 'ada' FROM app.account WHERE external_id = $1",
  "INSERT INTO app.signal_snooze (workspace_id, account_id, kind, reason, until_day, why, author) SELECT workspace_id, id, 'usage-drop', '', '2024-04-01', 'Holidays', 'ada' FROM app.account WHERE external_id = $1",
];

async function write(mine: Scope, statement: string, record: string): Promise<void> {
  await withTenant(mine, ({ sql }) => sql(`${statement} RETURNING 1`, [record]));
}

async function workOn(mine: Scope, account: string): Promise<void> {
  for (const statement of WORK) await write(mine, statement, account);
}

test("what people wrote of an account is never lost with it: an undo keeps the account, a merge moves it, a delete counts it first", async () => {
  const mine = await aWorkspace();
  const run = await idOf(importText(mine, "accounts", "externalId,name\nA,Alpha\nB,Beta\nC,Gamma\n"));
  await workOn(mine, "A");
  await workOn(mine, "B");
  expect(await undoRun(mine, run)).toEqual({ deleted: 1, restored: 0, kept: 2 });

  const all = { touchpoints: 1, tasks: 1, pulses: 1, overrides: 1, "success-plans": 1, snoozes: 1 };
  const { snoozes: _, ...apart } = all; // both were put off for one reason: one remains
  expect(await mergeAccounts(mine, { from: "B", into: "A" })).toEqual({ deleted: 1, moved: apart });
  expect(await rowsOf(mine, "SELECT status, outcome IS NULL AS own FROM app.task ORDER BY status DESC")).toEqual([
    { status: "open", own: true },
    { status: "dropped", own: false },
  ]);
  const { alongside } = await removeRecord(mine, findKind("accounts"), { source: "crm", externalId: "A" });
  expect(alongside).toEqual({ touchpoints: 2, tasks: 2, pulses: 2, overrides: 2, "success-plans": 2, snoozes: 1 });
});

test("a contract that somebody called is kept by an undo", async () => {
  const mine = await aWorkspace();
  await importText(mine, "accounts", "externalId,name\nA,Alpha\n");
  const run = await idOf(importText(mine, "contracts", "externalId,account,dueOn,value\nK1,A,2024-06-01,1200\nK2,A,2025-06-01,1200\n"));
  await write(
    mine,
    `INSERT INTO app.renewal_call (workspace_id, contract_id, call, amount, currency, author)
     SELECT workspace_id, id, 'renew', 1200, 'USD', 'ada' FROM app.contract WHERE external_id = $1`,
    "K1",
  );
  expect(await undoRun(mine, run)).toEqual({ deleted: 1, restored: 0, kept: 1 });
});

test("a merge moves every record, and whoever names the old account means the new one", async () => {
  await load("subscriptions", `${HEAD}S4,B,2024-01-01,700,month\n`);
  expect(await mergeAccounts(scope, { from: "B", into: "A" })).toEqual({ deleted: 1, moved: { subscriptions: 1 } });
  await load("subscriptions", `${HEAD}S5,B,2024-01-01,800,month\n`);
  expect(await importText(scope, "subscriptions", `${HEAD}S6,B,2024-01-01,900,month\n`, { source: "billing" })).toMatchObject({
    accepted: 1,
  });
  expect(await load("accounts", "externalId,name\nB,Beta again\n")).toMatchObject({ read: 1, accepted: 0, unchanged: 1 });
  expect(await rowsOf(scope, "SELECT external_id FROM app.account ORDER BY 1")).toEqual([{ external_id: "A" }, { external_id: "D" }]);
  expect(await subscriptions()).toContainEqual({ external_id: "S5", amount: 800, account: "A" });
  expect(await subscriptions()).toContainEqual({ external_id: "S6", amount: 900, account: "A" });
  await mergeAccounts(scope, { from: "A", into: "D" });
  expect(await load("subscriptions", `${HEAD}S7,B,2024-01-01,1,month\n`)).toMatchObject({ accepted: 1 });
  expect(await subscriptions()).toContainEqual({ external_id: "S7", amount: 1, account: "D" });
});

test("an undo after a merge brings content back, and not the account that is gone", async () => {
  const mine = await aWorkspace();
  await importText(mine, "accounts", "externalId,name\nA,Alpha\nB,Beta\n");
  await importText(mine, "subscriptions", `${HEAD}S1,B,2024-01-01,1000,month\n`);
  const run = await idOf(importText(mine, "subscriptions", `${HEAD}S1,B,2024-01-01,2000,month\n`));
  await mergeAccounts(mine, { from: "B", into: "A" });
  expect(await undoRun(mine, run)).toEqual({ deleted: 0, restored: 1, kept: 0 });
  expect(
    await rowsOf(mine, "SELECT s.amount::int AS amount, a.external_id FROM app.subscription s JOIN app.account a ON a.id = s.account_id"),
  ).toEqual([{ amount: 1000, external_id: "A" }]);
});

test("a delete takes the record and what hangs on it, writes it into the audit, and marks the account", async () => {
  await load("pauses", "subscription,from\nS7,2024-02-01\n");
  await load("exchange-rates", "currency,month,rate\nEUR,2024-01,1.1\n");
  expect(await removeRecord(scope, findKind("exchange-rates"), { source: "crm", externalId: "EUR/2024-01" })).toEqual({
    deleted: 1,
    alongside: {},
  });
  expect(await removeRecord(scope, findKind("subscriptions"), { source: "crm", externalId: "S7" })).toEqual({
    deleted: 1,
    alongside: { pauses: 1 },
  });
  const { alongside } = await removeRecord(scope, findKind("accounts"), { source: "crm", externalId: "D" });
  expect(alongside).toEqual({ subscriptions: 5 });
  expect(await subscriptions()).toEqual([]);
  expect(await rowsOf(scope, "SELECT action FROM app.audit WHERE action = 'records.delete'")).toHaveLength(3);
  await expect(removeRecord(scope, findKind("accounts"), { source: "crm", externalId: "D" })).rejects.toThrow("There is no record D");
});
