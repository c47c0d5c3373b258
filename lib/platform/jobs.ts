import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export const BOSS_SCHEMA = "pgboss";

/** The queue of workspaces whose derived tables are to be brought up to date: at most one waits for each. */
export const REFRESH = "refresh";

export type RefreshJob = { workspaceId: string; slug: string };

/** The queue of uploaded files that are to be rehearsed or imported: at most one job waits for each, and one is at work for each workspace. */
export const IMPORT = "import";

export type ImportJob = RefreshJob & { fileId: string };

/** The queue of imports that are to be taken back. */
export const UNDO = "undo";

export type UndoJob = RefreshJob & { runId: string };

/** The queue of workspaces that have mail or webhooks to send: at most one waits for each. */
export const OUTBOX = "outbox";

/** The queue of workspaces whose days of health and signals are to follow their ledger: at most one waits for each. */
export const HEALTH = "health";

/** The queue of workspaces whose playbooks are to be gone through, and whose members are to be told what is new: at most one waits for each. */
export const PLAYBOOK = "playbook";

/**
 * Asks for a refresh as part of the transaction that made it necessary: no commit, no job. Call it after the writes.
 * The shared lock lets the worker wait for whoever found a job waiting and has not committed yet.
 */
export async function enqueueRefresh(scope: Scope, sql: Sql): Promise<void> {
  const data: RefreshJob = { workspaceId: scope.workspaceId, slug: scope.slug };
  const [queue] = await sql<{ ready: boolean }>(
    `SELECT to_regclass('${BOSS_SCHEMA}.job') IS NOT NULL AS ready, pg_advisory_xact_lock_shared(hashtextextended($1, 9))::text`,
    [scope.workspaceId],
  );
  if (queue?.ready) await enqueue(sql, REFRESH, data, scope.workspaceId);
}

/** Asks for an uploaded file to be read, as part of the transaction that ordered it. */
export async function enqueueImport(scope: Scope, sql: Sql, fileId: string): Promise<void> {
  const data: ImportJob = { workspaceId: scope.workspaceId, slug: scope.slug, fileId };
  await enqueue(sql, IMPORT, data, fileId);
}

/** Asks for an import to be taken back, as part of the transaction that ordered it. */
export async function enqueueUndo(scope: Scope, sql: Sql, runId: string): Promise<void> {
  const data: UndoJob = { workspaceId: scope.workspaceId, slug: scope.slug, runId };
  await enqueue(sql, UNDO, data, runId);
}

/** Asks for what waits in the outbox to be sent, as part of the transaction that put it there. What is missed is found by the sweep. */
export function enqueueOutbox(scope: Scope, sql: Sql): Promise<void> {
  return enqueueWhereReady(scope, sql, OUTBOX);
}

/** Asks for health and signals to follow the ledger, once that is committed. What is missed is found by the sweep. */
export function enqueueHealth(scope: Scope, sql: Sql): Promise<void> {
  return enqueueWhereReady(scope, sql, HEALTH);
}

/** Asks for the playbooks to be gone through. */
export function enqueuePlaybooks(scope: Scope, sql: Sql): Promise<void> {
  return enqueueWhereReady(scope, sql, PLAYBOOK);
}

// The command line may write before the queue was ever made.
async function enqueueWhereReady(scope: Scope, sql: Sql, queue: string): Promise<void> {
  const [found] = await sql<{ ready: boolean }>(`SELECT to_regclass('${BOSS_SCHEMA}.job') IS NOT NULL AS ready`);
  if (found?.ready) await enqueue(sql, queue, { workspaceId: scope.workspaceId, slug: scope.slug }, scope.workspaceId);
}

async function enqueue(sql: Sql, queue: string, data: RefreshJob, key: string): Promise<void> {
  await sql(
    `INSERT INTO ${BOSS_SCHEMA}.job (name, data, singleton_key, group_id, policy, keep_until, expire_seconds, deletion_seconds,
       retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter)
     SELECT q.name, $2::text::jsonb, $3, $4, q.policy, now() + q.retention_seconds * interval '1s', q.expire_seconds, q.deletion_seconds,
       q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.heartbeat_seconds, q.dead_letter
     FROM ${BOSS_SCHEMA}.queue q WHERE q.name = $1
     ON CONFLICT DO NOTHING`,
    [queue, JSON.stringify(data), key, data.workspaceId],
  );
}

/** Waits until every transaction that relied on a waiting job has ended, so that the job that now begins sees what they wrote. */
export async function awaitEnqueuers(workspaceId: string, sql: Sql): Promise<void> {
  await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 9))::text", [workspaceId]);
}
