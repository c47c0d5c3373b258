import { expect, test } from "vitest";
import { mergeAccounts } from "@/lib/imports/merge";
import { findKind, type KindName, kinds } from "@/lib/imports/registry";
import { removeRecord } from "@/lib/imports/remove";
import { undoRun } from "@/lib/imports/undo";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

await testDatabase();

/** Two rows of each kind: by what each is removed, and the first with other content, where it can have other. */
const FILES: { readonly [name in KindName]: { head: string; rows: [string, string]; changed?: string; keys?: [string, string] } } = {
  accounts: { head: "externalId,name", rows: ["A,Alpha", "B,Beta"], changed: "A,Alpha Inc", keys: ["A", "B"] },
  contacts: { head: "externalId,account,role", rows: ["x1,A,admin", "x2,B,user"], changed: "x1,A,user" },
  users: { head: "externalId,account,signedUpAt", rows: ["x1,A,2024-01-01", "x2,B,2024-01-01"], changed: "x1,A,2024-01-02" },
  subscriptions: {
    head: "externalId,account,startedAt,amount,interval",
    rows: ["x1,A,2024-01-01,100,month", "x2,B,2024-01-01,100,month"],
    changed: "x1,A,2024-01-01,200,month",
  },
  discounts: {
    head: "subscription,type,value,duration",
    rows: ["x1,percent,10,forever", "x2,percent,10,forever"],
    changed: "x1,percent,10,once",
    keys: ["x1/percent/10/", "x2/percent/10/"],
  },
  pauses: {
    head: "subscription,from,until",
    rows: ["x1,2024-02-01,2024-03-01", "x2,2024-02-01,2024-03-01"],
    changed: "x1,2024-02-01,2024-04-01",
    keys: ["x1/2024-02-01", "x2/2024-02-01"],
  },
  contracts: { head: "externalId,account,dueOn,value", rows: ["x1,A,2024-01-01,1", "x2,B,2024-01-01,1"], changed: "x1,A,2024-01-01,2" },
  purchases: { head: "externalId,account,at,amount", rows: ["x1,A,2024-01-01,1", "x2,B,2024-01-01,1"], changed: "x1,A,2024-01-01,2" },
  tickets: {
    head: "externalId,account,createdAt,status",
    rows: ["x1,A,2024-01-01,open", "x2,B,2024-01-01,open"],
    changed: "x1,A,2024-01-01,hold",
  },
  "ticket-events": {
    head: "externalId,ticket,at,type",
    rows: ["x1,x1,2024-01-02,solved", "x2,x2,2024-01-02,solved"],
    changed: "x1,x1,2024-01-02,reopened",
  },
  "survey-responses": {
    head: "externalId,contact,kind,score,answeredAt",
    rows: ["x1,x1,nps,9,2024-01-01", "x2,x2,nps,9,2024-01-01"],
    changed: "x1,x1,nps,8,2024-01-01",
  },
  usage: {
    head: "externalId,subscription,feature,at,count",
    rows: ["x1,x1,search,2024-01-01,1", "x2,x2,search,2024-01-01,1"],
    changed: "x1,x1,search,2024-01-01,2",
  },
  milestones: {
    head: "account,kind,at",
    rows: ["A,first_value,2024-01-01", "B,first_value,2024-01-01"],
    keys: ["A/first_value/2024-01-01", "B/first_value/2024-01-01"],
  },
  offers: {
    head: "externalId,account,kind,presentedAt",
    rows: ["x1,A,upsell,2024-01-01", "x2,B,upsell,2024-01-01"],
    changed: "x1,A,upsell,2024-01-02",
  },
  referrals: { head: "externalId,account,referredAt", rows: ["x1,A,2024-01-01", "x2,B,2024-01-01"], changed: "x1,A,2024-01-02" },
  costs: { head: "externalId,month,amount,account", rows: ["x1,2024-01,1,A", "x2,2024-01,1,B"], changed: "x1,2024-01,2,A" },
  "exchange-rates": {
    head: "currency,month,rate",
    rows: ["EUR,2024-01,1.1", "GBP,2024-01,1.3"],
    changed: "EUR,2024-01,1.2",
    keys: ["EUR/2024-01", "GBP/2024-01"],
  },
};

const NAMES = Object.keys(kinds).map((name) => name as KindName);

async function aLoadedWorkspace(): Promise<Scope> {
  const scope = await aWorkspace();
  for (const name of NAMES) await load(scope, name, FILES[name].rows);
  return scope;
}

function load(scope: Scope, name: KindName, lines: readonly string[], dryRun = false) {
  return importText(scope, name, `${FILES[name].head}\n${lines.join("\n")}\n`, { dryRun });
}

/** A table's records, whatever their ids and moments. */
function recordsOf(scope: Scope, name: KindName) {
  return rowsOf(
    scope,
    `SELECT to_jsonb(t) - 'created_at' - 'updated_at' - 'run_id' - 'version' AS record FROM app.${kinds[name].table} t ORDER BY id`,
  );
}

test.each(NAMES)("%s: rehearsed, loaded, loaded again, changed, undone and removed", async (name) => {
  const scope = await aWorkspace();
  const { rows, changed, keys = ["x1", "x2"] } = FILES[name];
  for (const other of ["accounts", "contacts", "subscriptions", "tickets"] as const)
    if (other !== name) await load(scope, other, FILES[other].rows);
  expect(await load(scope, name, rows, true)).toMatchObject({ read: 2, inserted: 2, rejected: 0, runId: null });
  expect(await recordsOf(scope, name)).toEqual([]);
  const first = await load(scope, name, rows);
  expect(first).toMatchObject({ read: 2, inserted: 2, unchanged: 0, rejected: 0 });
  expect(await undoRun(scope, first.runId ?? "")).toEqual({ deleted: 2, restored: 0, kept: 0 });
  expect(await load(scope, name, rows)).toMatchObject({ inserted: 2 });
  const before = await recordsOf(scope, name);
  expect(await load(scope, name, rows)).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
  expect(await load(scope, name, [...rows].reverse())).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
  if (changed !== undefined) {
    expect(await load(scope, name, [changed], true)).toMatchObject({ updated: 1 });
    expect(await load(scope, name, [rows[0], changed])).toMatchObject({ unchanged: 1, reasons: { "duplicate-key": 1 } });
    const second = await load(scope, name, [changed]);
    expect(second).toMatchObject({ inserted: 0, updated: 1 });
    expect(await undoRun(scope, second.runId ?? "")).toEqual({ deleted: 0, restored: 1, kept: 0 });
    expect(await recordsOf(scope, name)).toEqual(before);
  }
  const removed = await removeRecord(scope, findKind(name), { source: "crm", externalId: keys[0] });
  expect(removed.deleted).toBe(1);
  expect(await recordsOf(scope, name)).toHaveLength(1);
  expect(await load(scope, name, rows)).toMatchObject({ inserted: 1, unchanged: 1 });
});

const NAMED = NAMES.filter((name) => kinds[name].fields.externalId?.required);

test.each(NAMED)("%s without ids are known by their content, two equal rows as two records", async (name) => {
  const scope = await aLoadedWorkspace();
  const before = await recordsOf(scope, name);
  const [head, ...rows] = [FILES[name].head, ...FILES[name].rows].map((line) => line.slice(line.indexOf(",") + 1));
  const fields = Object.fromEntries((head ?? "").split(",").map((column) => [column, column]));
  const map = { fields: { ...fields, externalId: { content: true } } };
  const again = () => importText(scope, name, [head, ...rows, ...rows, ""].join("\n"), { map });
  const { inserted, runId } = await again();
  expect(inserted).toBe(4);
  expect(await again()).toMatchObject({ read: 4, inserted: 0, updated: 0, unchanged: 4 });
  expect(await undoRun(scope, runId ?? "")).toEqual({ deleted: 4, restored: 0, kept: 0 });
  expect(await recordsOf(scope, name)).toEqual(before);
});

test("a merge moves the records of every kind, and equal milestones become one", async () => {
  const scope = await aLoadedWorkspace();
  const { moved } = await mergeAccounts(scope, { from: "B", into: "A" });
  expect(moved).toEqual(
    Object.fromEntries(
      [
        "contacts",
        "users",
        "subscriptions",
        "contracts",
        "purchases",
        "tickets",
        "survey-responses",
        "usage",
        "offers",
        "referrals",
        "costs",
      ].map((name) => [name, 1]),
    ),
  );
  expect(await recordsOf(scope, "milestones")).toHaveLength(1);
  for (const name of NAMES) expect([name, (await load(scope, name, FILES[name].rows)).unchanged]).toEqual([name, 2]);
});

test("an account takes all of its records with it; a contact leaves its answers", async () => {
  const scope = await aLoadedWorkspace();
  expect(await removeRecord(scope, findKind("contacts"), { source: "crm", externalId: "x1" })).toEqual({ deleted: 1, alongside: {} });
  expect(await rowsOf(scope, "SELECT contact_id, account_id IS NOT NULL AS of FROM app.survey_response WHERE external_id = 'x1'")).toEqual([
    { contact_id: null, of: true },
  ]);
  const { alongside } = await removeRecord(scope, findKind("accounts"), { source: "crm", externalId: "A" });
  const counted = { users: 1, subscriptions: 1, discounts: 1, pauses: 1, contracts: 1, purchases: 1, tickets: 1, "ticket-events": 1 };
  expect(alongside).toEqual({ ...counted, "survey-responses": 1, usage: 1, milestones: 1, offers: 1, referrals: 1, costs: 1 });
});

test("an undo brings an answer back without the contact that is gone", async () => {
  const scope = await aLoadedWorkspace();
  const { runId } = await load(scope, "survey-responses", ["x1,x1,nps,3,2024-01-01"]);
  await removeRecord(scope, findKind("contacts"), { source: "crm", externalId: "x1" });
  expect(await undoRun(scope, runId ?? "")).toEqual({ deleted: 0, restored: 1, kept: 0 });
  expect(await rowsOf(scope, "SELECT score::int AS score, contact_id FROM app.survey_response WHERE external_id = 'x1'")).toEqual([
    { score: 9, contact_id: null },
  ]);
});
