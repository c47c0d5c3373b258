import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findRun } from "@/lib/imports/data";
import { undoRun } from "@/lib/imports/undo";
import { orderUndo, sweepUndos } from "@/lib/imports/undo-order";
import { undoJob } from "@/lib/jobs/undo-job";
import { startWorker, stopWorker } from "@/lib/jobs/worker";
import { createUser } from "@/lib/people/mutations";
import { withTenant } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import { type MemberScope, memberScope, proveScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

const { adminUrl } = await testDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const EMAIL = "olga@undo.test";
let scope: MemberScope;
let runId: string;

beforeAll(async () => {
  await admin.connect();
  const { slug } = await aWorkspace();
  const { id: personId } = await createUser({ email: EMAIL, password: "correct horse battery", workspace: slug, role: "owner" });
  const proven = await proveScope(slug, { personId, email: EMAIL });
  if (!proven) throw new Error("the owner was not let in");
  scope = memberScope(proven);
  await startWorker(); // makes the queues
  await stopWorker();
});

// Of 30 accounts the second run changes 10 and brings 20; one of those gets a subscription, and one that it changed is changed again.
beforeEach(async () => {
  await admin.query("TRUNCATE pgboss.job");
  await admin.query("DELETE FROM app.account WHERE workspace_id = $1", [scope.workspaceId]);
  await importText(scope, "accounts", accounts(0, 10, "before"));
  runId = (await importText(scope, "accounts", accounts(0, 30, "after"))).runId ?? "";
  await importText(scope, "subscriptions", "externalId,account,startedAt,amount,interval\nS1,A29,2024-01-01,100,month\n");
  await importText(scope, "accounts", "externalId,name\nA0,later\n");
});

afterAll(async () => {
  await admin.end();
  await closePool();
});

function accounts(from: number, until: number, name: string): string {
  return `externalId,name\n${Array.from({ length: until - from }, (_, n) => `A${from + n},${name}`).join("\n")}\n`;
}

const DONE = { deleted: 19, restored: 9, kept: 2 };

const order = () => withTenant(scope, ({ sql }) => orderUndo(sql, scope, runId));
const work = () => undoJob({ workspaceId: scope.workspaceId, slug: scope.slug, runId });
const found = () => withTenant(scope, ({ sql }) => findRun(sql, scope, runId), "read");

function names(): Promise<{ name: string; n: number }[]> {
  return rowsOf(scope, "SELECT name, count(*)::int AS n FROM app.account GROUP BY 1 ORDER BY 1");
}

async function jobs(): Promise<number> {
  const { rows } = await admin.query<{ n: number }>("SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'undo'");
  return rows[0]?.n ?? 0;
}

test("an undo that was asked for is under way until its job has done it, in the name of who asked", async () => {
  await order();
  expect(await jobs()).toBe(1);
  expect(await found()).toMatchObject({ status: "undoing", undone: null });
  await expect(order()).rejects.toThrow("being undone already");
  await work();
  expect(await found()).toMatchObject({ status: "undone", undone: DONE, undoFault: null });
  expect(await names()).toEqual([
    { name: "after", n: 1 },
    { name: "before", n: 9 },
    { name: "later", n: 1 },
  ]);
  await work();
  await expect(order()).rejects.toThrow("undone already");
  expect(await rowsOf(scope, "SELECT actor, detail FROM app.audit WHERE action = 'records.undo' ORDER BY seq DESC LIMIT 1")).toEqual([
    { actor: EMAIL, detail: expect.objectContaining({ run: runId, ...DONE }) },
  ]);
});

test("an undo in many batches comes to the same, also where two work on it", async () => {
  expect(await Promise.all([undoRun(scope, runId, { batch: 3 }), undoRun(scope, runId, { batch: 2 })])).toEqual([DONE, DONE]);
});

test("what stopped an undo is said, what it took back stays so, and the next attempt finishes it", async () => {
  await order();
  // The account that comes last cannot be removed for now.
  await admin.query(`CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not now'; END $$`);
  const { rows } = await admin.query<{ id: string }>(
    "SELECT id::text AS id FROM app.account WHERE run_id = $1 AND version = 0 ORDER BY app.account.id DESC LIMIT 1",
    [runId],
  );
  await admin.query(
    `CREATE TRIGGER refuse BEFORE DELETE ON app.account FOR EACH ROW WHEN (OLD.id = '${rows[0]?.id}') EXECUTE FUNCTION pg_temp.refuse()`,
  );
  await expect(work()).rejects.toThrow("not now");
  expect(await found()).toMatchObject({ status: "done", undone: { deleted: 0, restored: 9, kept: 0 } });
  expect((await found())?.undoFault).toContain("tried again by itself");
  await admin.query("DROP TRIGGER refuse ON app.account");
  await work();
  expect(await found()).toMatchObject({ status: "undone", undone: DONE, undoFault: null });
});

test("an undo whose job was lost is asked for again", async () => {
  await order();
  await admin.query("TRUNCATE pgboss.job");
  await withTenant(scope, ({ sql }) => sweepUndos(sql, scope));
  expect(await jobs()).toBe(1);
});
