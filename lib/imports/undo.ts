import type { Kind } from "@/lib/imports/kind";
import { holdRecords } from "@/lib/imports/locks";
import { findKind } from "@/lib/imports/registry";
import { removeBrought, restoreChanged } from "@/lib/imports/undo-steps";
import { audit } from "@/lib/platform/audit";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { enqueueRefresh } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";

export type Undone = { deleted: number; restored: number; kept: number };

type Undoing = { kind: string; source: string; status: string; undone: Undone | null };

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const FIRST = "00000000-0000-0000-0000-000000000000";
const BATCH = 10_000;

/**
 * Takes a run back: what it brought is removed, what it changed is as before. Kept and counted is what a later run or a hand changed
 * since, what records of others hang on, and what people worked on. Done in batches, each one transaction: begun again after a crash, it goes on where it stopped.
 */
export async function undoRun(scope: Scope, runId: string, { batch = BATCH } = {}): Promise<Undone> {
  const kind = findKind((await begin(scope, runId)).kind);
  const steps = [
    { table: "import_change", key: "record_id", step: restoreChanged, counts: "restored" },
    { table: kind.table, key: "id", step: removeBrought, counts: "deleted" },
  ] as const;
  for (const { table, key, step, counts } of steps) {
    for (let after: string | null = FIRST; after !== null; ) {
      const from: string = after;
      after = await inTurn(scope, runId, async (sql) => {
        const [last] = await sql<{ id: string }>(
          `SELECT ${key}::text AS id FROM app.${table} WHERE workspace_id = $1 AND run_id = $2 AND ${key} > $3 ORDER BY ${key} OFFSET $4 LIMIT 1`,
          [scope.workspaceId, runId, from, batch - 1],
        );
        const done = await step(sql, kind, { place: [scope.workspaceId, runId], from, until: last?.id ?? null });
        await sql(
          `UPDATE app.import_run SET undone = jsonb_set(undone, '{${counts}}', to_jsonb((undone ->> '${counts}')::int + $3::int)) WHERE workspace_id = $1 AND id = $2`,
          [scope.workspaceId, runId, done],
        );
        return last?.id ?? null;
      });
    }
  }
  return inTurn(scope, runId, (sql, run) => end(sql, scope, { runId, run, kind }));
}

/** From here on the run takes no more rows, whoever is at work on it, and the screen says that it is being undone. */
function begin(scope: Scope, runId: string): Promise<Undoing> {
  return withTenantConnection(scope, async ({ sql }) => {
    const run = UUID.test(runId) ? await lock(sql, scope, runId) : undefined;
    if (!run) throw new Error(`There is no import ${runId} in this workspace; nothing was changed.`);
    if (run.status === "undone") throw new Error(`The import ${runId} is undone already; nothing was changed.`);
    await sql(
      `UPDATE app.import_run SET undo_by = coalesce(undo_by, $3), undo_fault = NULL, undone = coalesce(undone, '{"deleted": 0, "restored": 0, "kept": 0}'),
         finished_at = coalesce(finished_at, now()), lease_epoch = lease_epoch + 1 WHERE workspace_id = $1 AND id = $2`,
      [scope.workspaceId, runId, scope.actor.kind === "member" ? scope.actor.email : scope.actor.name],
    );
    return run;
  });
}

async function lock(sql: Sql, { workspaceId }: Scope, runId: string): Promise<Undoing | undefined> {
  const [run] = await sql<Undoing>(
    "SELECT kind, source, status, undone FROM app.import_run WHERE workspace_id = $1 AND id = $2 FOR UPDATE",
    [workspaceId, runId],
  );
  return run;
}

// Two that undo one run take turns; each finds what the other has left.
function inTurn<T>(scope: Scope, runId: string, work: (sql: Sql, run: Undoing) => Promise<T>): Promise<T> {
  return withTenantConnection(scope, async ({ sql }) => {
    await holdRecords(sql, scope);
    const run = await lock(sql, scope, runId);
    if (!run) throw new Error(`The import ${runId} is gone, with the workspace it was of.`);
    return work(sql, run);
  });
}

type Ending = { runId: string; run: Undoing; kind: Kind };

async function end(sql: Sql, scope: Scope, { runId, run, kind }: Ending): Promise<Undone> {
  const { deleted = 0, restored = 0, kept: before = 0 } = run.undone ?? {};
  if (run.status === "undone") return { deleted, restored, kept: before };
  const place = [scope.workspaceId, runId];
  const left = `SELECT count(*)::int AS n FROM app.${kind.table} WHERE workspace_id = $1 AND run_id = $2`;
  const kept = (await count(sql, CHANGED_SINCE.replaceAll("{table}", kind.table), place)) + (await count(sql, left, place));
  await sql("DELETE FROM app.import_change WHERE workspace_id = $1 AND run_id = $2", place);
  await sql(
    "UPDATE app.import_run SET status = 'undone', undone = jsonb_set(undone, '{kept}', to_jsonb($3::int)) WHERE workspace_id = $1 AND id = $2",
    [...place, kept],
  );
  if (deleted + restored > 0) {
    await enqueueRefresh(scope, sql);
    await audit(sql, scope, "records.undo", { run: runId, kind: run.kind, source: run.source, deleted, restored, kept });
  }
  return { deleted, restored, kept };
}

async function count(sql: Sql, statement: string, place: readonly unknown[]): Promise<number> {
  const [row] = await sql<{ n: number }>(statement, place);
  return row?.n ?? 0;
}

// What the run changed or brought, and a later run changed on top of it.
const CHANGED_SINCE = `SELECT count(DISTINCT t.id)::int AS n FROM app.import_change c JOIN app.{table} t ON t.workspace_id = c.workspace_id AND t.id = c.record_id
  WHERE c.workspace_id = $1 AND t.run_id IS DISTINCT FROM $2 AND (c.run_id = $2 OR c.before ->> 'run_id' = $2::text)`;
