import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { undoRun } from "@/lib/imports/undo";
import { systemScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { importText, rowsOf } from "@/tests/support/import";
import { migrations } from "../../scripts/server/migrate.mjs";
import { makeRoles, roleUrls } from "../../scripts/server/roles.mjs";

const TARGET = "20261121233000_natural_keys";
const { adminUrl } = await testDatabase();
const database = `${new URL(adminUrl).pathname.slice(1)}_before`;
const before = Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;

beforeAll(async () => {
  await on(adminUrl, (client) => client.query(`CREATE DATABASE ${database}`));
  await makeRoles(before);
  const { appUrl, ownerUrl } = roleUrls(before);
  process.env.DATABASE_URL = appUrl;
  await on(ownerUrl, (client) => apply(client, (name) => name < TARGET));
  await on(before, (client) => client.query(OLD));
  await on(ownerUrl, (client) => apply(client, (name) => name >= TARGET));
}, 120_000);

async function on(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}

async function apply(client: pg.Client, wanted: (name: string) => boolean): Promise<void> {
  for (const { name, sql } of migrations()) if (wanted(name)) await client.query(sql);
}

// As they were written when a pause was known by its source, and by its subscription's external id and its start: three times the same
// pause, from two sources and by a name of its own; a discount that a run has changed; and one that a run can bring back.
const OLD = `
  INSERT INTO app.workspace (id, slug, name, time_zone) VALUES (id(1), 'old', 'Old', 'Europe/Berlin');
  INSERT INTO app.derivation (workspace_id, mark) VALUES (id(1), 7) ON CONFLICT (workspace_id) DO UPDATE SET mark = 7;
  INSERT INTO app.account (workspace_id, id, source, external_id, name) VALUES (id(1), id(2), 'crm', 'A', 'Alpha');
  INSERT INTO app.subscription (workspace_id, id, source, external_id, account_id, started_at, amount, currency, interval)
    VALUES (id(1), id(3), 'crm', 'S1', id(2), '2024-01-01', 1000, 'USD', 'month');
  INSERT INTO app.pause (workspace_id, source, external_id, subscription_id, from_at, until_at, updated_at) VALUES
    (id(1), 'crm', 'S1/2024-01-31T23:00:00.000Z', id(3), '2024-01-31T23:00Z', '2024-02-29T23:00Z', '2024-03-01'),
    (id(1), 'billing', 'S1/2024-01-31T23:00:00.000Z', id(3), '2024-01-31T23:00Z', '2024-03-31T22:00Z', '2024-03-02'),
    (id(1), 'crm', 'P1', id(3), '2024-01-31T23:00Z', NULL, '2024-03-03');
  INSERT INTO app.import_run (workspace_id, id, kind, source, file_name, file_sha256, map_sha256, actor)
    VALUES (id(1), id(4), 'discounts', 'crm', 'discounts.csv', '', '', 'command line');
  INSERT INTO app.discount (workspace_id, id, source, external_id, subscription_id, type, value, duration, run_id, version)
    VALUES (id(1), id(5), 'crm', 'S1/percent/10.5/', id(3), 'percent', 10.50, 'once', id(4), 1);
  INSERT INTO app.import_change (workspace_id, run_id, record_id, before)
    SELECT workspace_id, run_id, id, to_jsonb(d) || '{"duration": "forever", "version": 0, "run_id": null}' FROM app.discount d;
`.replaceAll(/id\((\d)\)/g, "'00000000-0000-4000-8000-00000000000$1'");

async function old() {
  const scope = await systemScope("old", "test");
  if (scope === null) throw new Error("the workspace is gone");
  return scope;
}

test("of equal pauses of several sources the one written last stays; one with a name stays itself", async () => {
  expect(await rowsOf(await old(), "SELECT source, external_id, until_at::text AS until FROM app.pause ORDER BY source")).toEqual([
    { source: "", external_id: "00000000-0000-4000-8000-000000000003/2024-01-31T23:00:00.000Z", until: "2024-03-31 22:00:00+00" },
    { source: "crm", external_id: "P1", until: null },
  ]);
  expect(await rowsOf(await old(), "SELECT mark::int AS mark FROM app.derivation")).toEqual([{ mark: 8 }]);
});

test("what was converted is what a load finds again, whatever its source", async () => {
  const pause = await importText(await old(), "pauses", "subscription,from,until\nS1,2024-02-01,2024-04-01\n", { source: "elsewhere" });
  expect(pause).toMatchObject({ inserted: 0, unchanged: 1 });
  const discount = await importText(await old(), "discounts", "subscription,type,value,duration\nS1,percent,10.5,once\n");
  expect(discount).toMatchObject({ inserted: 0, unchanged: 1 });
});

test("an undo of a run from before brings back what is known by its content", async () => {
  expect(await undoRun(await old(), "00000000-0000-4000-8000-000000000004")).toEqual({ deleted: 0, restored: 1, kept: 0 });
  expect(await rowsOf(await old(), "SELECT source, duration FROM app.discount")).toEqual([{ source: "", duration: "forever" }]);
});
