import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { checkHealth } from "@/lib/health/rebuild";
import { refreshHealth } from "@/lib/health/refresh";
import { sweep } from "@/lib/jobs/sweep";
import { startWorker, stopWorker } from "@/lib/jobs/worker";
import { refresh } from "@/lib/ledger/refresh";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";
import { readOne } from "@/tests/support/reading";
import { settled } from "@/tests/support/settled";

process.env.BELLWETHER_TODAY = "2026-11-20";

let scope: Scope;
let admin: pg.Client;

beforeAll(async () => {
  const { adminUrl } = await testDatabase();
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  scope = await aWorkspace({ timeZone: "UTC" });
  await importText(scope, "accounts", "externalId,name,startedAt\na,A,2026-01-01\nb,B,2026-01-01\n");
  await subscribe("a", 1000);
  await subscribe("b", 1000);
  await startWorker();
  await settled(isDone);
});

afterEach(stopWorker);

afterAll(async () => {
  await admin.end();
  await closePool();
});

function subscribe(account: string, amount: number, endedAt = ""): Promise<unknown> {
  return importText(
    scope,
    "subscriptions",
    `externalId,account,startedAt,endedAt,amount,interval\n${account}-s,${account},2026-01-01,${endedAt},${amount},month\n`,
  );
}

async function count(where: string): Promise<number> {
  const { rows } = await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM pgboss.job WHERE ${where}`);
  return rows[0]?.n ?? 0;
}

const working = () => count("name = 'health' AND state = 'active'");

async function isDone(): Promise<boolean> {
  const { rowCount } = await admin.query(
    "SELECT FROM app.dirty_account UNION ALL SELECT FROM app.dirty_usage UNION ALL SELECT FROM app.dirty_health",
  );
  return rowCount === 0 && (await count("name IN ('refresh', 'health') AND state IN ('created', 'retry', 'active')")) === 0;
}

async function mrr(): Promise<number | null> {
  return (await readOne(scope, "mrr", { period: "2026-11", asOf: new Date("2026-11-20T12:00:00Z") })).value;
}

async function changes(): Promise<number> {
  const [row] = await rowsOf<{ change: number }>(scope, "SELECT change::int AS change FROM app.derivation");
  return row?.change ?? 0;
}

async function scoredOn(day: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    scope,
    "SELECT a.external_id AS id FROM app.health_day h JOIN app.account a ON a.id = h.account_id WHERE h.day = $1::date ORDER BY 1",
    [day],
  );
  return rows.map(({ id }) => id);
}

test("a number is right while health is long at work, and health follows, one job at a time", async () => {
  expect([await mrr(), await scoredOn("2026-11-20")]).toEqual([2000, ["a", "b"]]);
  // Whoever makes days of health holds this lock; held here, the job that is at work takes as long as we like.
  await admin.query("SELECT pg_advisory_lock(hashtextextended($1, 21))", [scope.workspaceId]);
  await startWorker();
  await subscribe("a", 5000);
  await settled(async () => (await working()) === 1);
  await subscribe("b", 1000, "2026-11-10");
  await settled(async () => (await mrr()) === 5000);
  await settled(async () => (await count("name = 'health' AND state = 'created'")) === 1);
  await sleep(2_500); // two looks into the queue
  expect([await working(), await scoredOn("2026-11-20")]).toEqual([1, ["a", "b"]]);
  await admin.query("SELECT pg_advisory_unlock(hashtextextended($1, 21))", [scope.workspaceId]);
  await settled(isDone);
  expect([await scoredOn("2026-11-09"), await scoredOn("2026-11-20")]).toEqual([["a", "b"], ["a"]]);
  expect(await checkHealth(scope)).toMatchObject({ health_day: { different: 0 } });
});

test("where the process died between the two, the sweep finds what is left", async () => {
  await importText(scope, "tickets", "externalId,account,createdAt\nt-1,a,2026-10-01\nt-2,a,2026-11-01\n");
  await admin.query("DELETE FROM pgboss.job WHERE name IN ('refresh', 'health')");
  await refresh(scope);
  expect(await isDone()).toBe(false);
  expect(await sweep()).toEqual([scope.slug]);
  await startWorker();
  await settled(isDone);
  expect(await sweep()).toEqual([]);
  expect(await checkHealth(scope)).toMatchObject({ health_day: { different: 0 } });
});

test("an account whose ledger is behind its records keeps its mark, and is made again once it is not", async () => {
  await importText(scope, "usage", "account,user,feature,at\na,ana,x,2026-11-01\na,ana,x,2026-11-18\n");
  await refreshHealth(scope);
  expect(await isDone()).toBe(false);
  await refresh(scope);
  const before = await changes();
  await refreshHealth(scope);
  expect(await changes()).toBeGreaterThan(before); // so that pages that show health are read again
  expect(await rowsOf(scope, "SELECT 1 FROM app.dirty_health")).toEqual([]);
  expect(await checkHealth(scope)).toMatchObject({ health_day: { different: 0 } });
});

test("software that makes days in another way makes those of the former again", async () => {
  await startWorker();
  await settled(isDone);
  await stopWorker();
  expect(await sweep()).toEqual([]);
  await admin.query("UPDATE app.health_day SET score = 1, coverage = 1, band = 'red'");
  await admin.query("UPDATE app.health_derivation SET definition = 'the former'");
  expect(await sweep()).toEqual([scope.slug]);
  await startWorker();
  await settled(isDone);
  expect(await checkHealth(scope)).toMatchObject({ health_day: { different: 0 } });
});
