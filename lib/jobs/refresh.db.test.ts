import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refreshJob } from "@/lib/jobs/refresh-job";
import { sweep } from "@/lib/jobs/sweep";
import { startWorker, stopWorker } from "@/lib/jobs/worker";
import { withTenant, withTenantConnection } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import { enqueueRefresh } from "@/lib/platform/jobs";
import { closePool } from "@/lib/platform/pool";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { settled } from "@/tests/support/settled";

let scope: Scope;
let admin: pg.Client;
let appUrl: string;

beforeAll(async () => {
  const urls = await testDatabase();
  appUrl = urls.appUrl;
  admin = new pg.Client({ connectionString: urls.adminUrl });
  await admin.connect();
  await identity("create_workspace", ["jobs", "Jobs", "USD", "UTC", false, null]);
  const found = await systemScope("jobs", "test");
  if (!found) throw new Error("no workspace");
  scope = found;
  // The first start makes the queues; the tests begin with nobody at work.
  await startWorker();
  await settled(isIdle);
  await stopWorker();
});

afterAll(async () => {
  await stopWorker();
  await admin.end();
  await closePool();
});

async function count(where: string): Promise<number> {
  const { rows } = await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM pgboss.job WHERE ${where}`);
  return rows[0]?.n ?? 0;
}

const IS_LEFT = "state IN ('created', 'retry', 'active')";
const waiting = () => count(`name = 'refresh' AND ${IS_LEFT}`);
const isIdle = async () => (await count(`name IN ('refresh', 'health') AND ${IS_LEFT}`)) === 0 && !(await isDirty());

async function isDirty(): Promise<boolean> {
  const { rowCount } = await admin.query("SELECT FROM app.dirty_account UNION ALL SELECT FROM app.derivation WHERE mark <> derived_mark");
  return (rowCount ?? 0) > 0;
}

function addAccount(externalId: string, { ask = true } = {}): Promise<void> {
  return withTenant(scope, async ({ sql }) => {
    await sql("INSERT INTO app.account (workspace_id, source, external_id, name) VALUES ($1::uuid, 'test', $2, $2)", [
      scope.workspaceId,
      externalId,
    ]);
    if (ask) await enqueueRefresh(scope, sql);
  });
}

test("a transaction that is rolled back leaves no job", async () => {
  const failing = withTenantConnection(scope, async ({ sql }) => {
    await enqueueRefresh(scope, sql);
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await waiting()).toBe(0);
});

test("two changes give one job, and one refresh takes both in", async () => {
  await addAccount("first");
  await addAccount("second");
  expect(await waiting()).toBe(1);
  await startWorker();
  await settled(async () => (await waiting()) === 0 && !(await isDirty()));
  await settled(isIdle);
  await stopWorker();
});

test("a change that commits after its job was taken is not lost", async () => {
  await addAccount("early");
  await startWorker();
  // This one finds a job waiting, adds none, and commits only later: the worker has to wait for it.
  await withTenant(scope, async ({ sql }) => {
    await sql("INSERT INTO app.account (workspace_id, source, external_id, name) VALUES ($1::uuid, 'test', 'late', 'Late')", [
      scope.workspaceId,
    ]);
    await enqueueRefresh(scope, sql);
    await sleep(2_500);
  });
  await settled(isIdle);
  await stopWorker();
});

test("what nobody asked for is found by the sweep", async () => {
  await addAccount("forgotten", { ask: false });
  expect(await waiting()).toBe(0);
  expect(await sweep()).toEqual(["jobs"]);
  expect(await waiting()).toBe(1);
  await startWorker();
  await settled(isIdle);
  await stopWorker();
  expect(await sweep()).toEqual([]);
});

test("a job that names another workspace's id than its own changes nothing", async () => {
  await addAccount("untouched", { ask: false });
  await identity("create_workspace", ["other", "Other", "USD", "UTC", false, null]);
  await refreshJob({ workspaceId: scope.workspaceId, slug: "other" });
  await expect(refreshJob({ workspaceId: "", slug: "jobs" })).rejects.toThrow("names its workspace");
  expect(await isDirty()).toBe(true);
});

test("a job whose worker is killed midway runs again", async () => {
  await addAccount("interrupted");
  // The refresh begins and then waits for this lock, the one that makes refreshes of a workspace take turns.
  await admin.query("SELECT pg_advisory_lock(hashtextextended($1, 7))", [scope.workspaceId]);
  const worker = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"], {
    env: { ...process.env, DATABASE_URL: appUrl },
    stdio: "ignore",
  });
  await settled(async () => (await count("name = 'refresh' AND state = 'active'")) === 1);
  await killed(worker);
  await admin.query("SELECT pg_advisory_unlock(hashtextextended($1, 7))", [scope.workspaceId]);
  expect(await isDirty()).toBe(true);
  // Half a minute without a heartbeat, in no time.
  await admin.query("UPDATE pgboss.job SET heartbeat_on = now() - interval '1 hour' WHERE name = 'refresh' AND state = 'active'");
  await startWorker();
  await settled(isIdle);
  expect(await count("name = 'refresh' AND state = 'completed' AND retry_count = 1")).toBe(1);
});

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
