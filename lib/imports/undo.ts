import { contentFields, type Kind, referenceColumns } from "@/lib/imports/kind";
import { holdRecords } from "@/lib/imports/locks";
import { findKind, kinds } from "@/lib/imports/registry";
import { childrenOf } from "@/lib/imports/remove";
import { audit } from "@/lib/platform/audit";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { enqueueRefresh } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";

export type Undone = { deleted: number; restored: number; kept: number };

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Takes a run back: what it brought is removed, what it changed is as before. Kept and counted is what a later run or a hand changed
 * since, and what records of others hang on.
 */
export function undoRun(scope: Scope, runId: string): Promise<Undone> {
  return withTenantConnection(scope, async ({ sql }) => {
    await holdRecords(sql, scope);
    const [run] = UUID.test(runId)
      ? await sql<{ kind: string; source: string; status: string }>(
          "SELECT kind, source, status FROM app.import_run WHERE workspace_id = $1 AND id = $2 FOR UPDATE",
          [scope.workspaceId, runId],
        )
      : [];
    if (!run) throw new Error(`There is no import ${runId} in this workspace; nothing was changed.`);
    if (run.status === "undone") throw new Error(`The import ${runId} is undone already; nothing was changed.`);
    const kind = findKind(run.kind);
    const place = [scope.workspaceId, runId];
    const changedSince = await count(sql, CHANGED_SINCE.replaceAll("{table}", kind.table), place);
    const restored = await restore(sql, kind, place);
    const deleted = await removeBrought(sql, kind, place);
    const left = await count(sql, `SELECT count(*)::int AS n FROM app.${kind.table} WHERE workspace_id = $1 AND run_id = $2`, place);
    await sql("DELETE FROM app.import_change WHERE workspace_id = $1 AND run_id = $2", place);
    await sql(
      "UPDATE app.import_run SET status = 'undone', finished_at = coalesce(finished_at, now()), lease_epoch = lease_epoch + 1 WHERE workspace_id = $1 AND id = $2",
      place,
    );
    const undone = { deleted, restored, kept: changedSince + left };
    if (deleted + restored > 0) {
      await enqueueRefresh(scope, sql);
      await audit(sql, scope, "records.undo", { run: runId, kind: run.kind, source: run.source, ...undone });
    }
    return undone;
  });
}

async function restore(sql: Sql, kind: Kind, place: readonly unknown[]): Promise<number> {
  const columns = ["source", "run_id", "version", ...referenceColumns(kind), ...contentFields(kind).map(([, { column }]) => column)];
  const back = `FROM app.import_change c, jsonb_populate_record(NULL::app.${kind.table}, c.before) b`;
  const restored = await sql<{ id: string }>(
    `UPDATE app.${kind.table} t SET ${columns.map((column) => `${column} = ${loosely(kind, column)}`).join(", ")}, updated_at = now()
     ${back} WHERE c.workspace_id = $1 AND c.run_id = $2 AND t.workspace_id = $1 AND t.id = c.record_id AND t.run_id = $2 AND t.version = b.version + 1 RETURNING t.id::text AS id`,
    place,
  );
  for (const statement of kind.afterUndo) await sql(statement, [...place, restored.map(({ id }) => id)]);
  return restored.length;
}

// What a record referred to may have been taken away without it.
function loosely(kind: Kind, column: string): string {
  const reference = kind.references.find((one) => one.column === column && one.loose);
  if (!reference) return `b.${column}`;
  return `(SELECT r.id FROM app.${kinds[reference.to].table} r WHERE r.workspace_id = $1 AND r.id = b.${column})`;
}

// Untouched since it came, and with nothing of others on it.
async function removeBrought(sql: Sql, kind: Kind, place: readonly unknown[]): Promise<number> {
  const free = childrenOf(kind).map(
    ({ child, column }) =>
      ` AND NOT EXISTS (SELECT 1 FROM app.${child.table} c WHERE c.workspace_id = t.workspace_id AND c.${column} = t.id)`,
  );
  const brought = "NOT EXISTS (SELECT 1 FROM app.import_change c WHERE c.workspace_id = $1 AND c.run_id = $2 AND c.record_id = t.id)";
  const deleted = await sql(
    `DELETE FROM app.${kind.table} t WHERE t.workspace_id = $1 AND t.run_id = $2 AND t.version = 0 AND ${brought}${free.join("")} RETURNING 1`,
    place,
  );
  return deleted.length;
}

async function count(sql: Sql, statement: string, place: readonly unknown[]): Promise<number> {
  const [row] = await sql<{ n: number }>(statement, place);
  return row?.n ?? 0;
}

// What the run changed or brought, and a later run changed on top of it.
const CHANGED_SINCE = `SELECT count(DISTINCT t.id)::int AS n FROM app.import_change c JOIN app.{table} t ON t.workspace_id = c.workspace_id AND t.id = c.record_id
  WHERE c.workspace_id = $1 AND t.run_id IS DISTINCT FROM $2 AND (c.run_id = $2 OR c.before ->> 'run_id' = $2::text)`;
