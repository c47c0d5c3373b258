import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export const BOSS_SCHEMA = "pgboss";

/** The queue of workspaces whose derived tables are to be brought up to date: at most one waits for each. */
export const REFRESH = "refresh";

export type RefreshJob = { workspaceId: string; slug: string };

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
  if (!queue?.ready) return; // a database without workers, such as one for a single command
  await sql(
    `INSERT INTO ${BOSS_SCHEMA}.job (name, data, singleton_key, group_id, policy, keep_until, expire_seconds, deletion_seconds,
       retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter)
     SELECT q.name, $2::jsonb, $3, $3, q.policy, now() + q.retention_seconds * interval '1s', q.expire_seconds, q.deletion_seconds,
       q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.heartbeat_seconds, q.dead_letter
     FROM ${BOSS_SCHEMA}.queue q WHERE q.name = $1
     ON CONFLICT DO NOTHING`,
    [REFRESH, JSON.stringify(data), scope.workspaceId],
  );
}

/** Waits until every transaction that relied on a waiting job has ended, so that the job that now begins sees what they wrote. */
export async function awaitEnqueuers(workspaceId: string, sql: Sql): Promise<void> {
  await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 9))::text", [workspaceId]);
}
