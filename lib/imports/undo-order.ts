import { findRun } from "@/lib/imports/data";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import { enqueueUndo } from "@/lib/platform/jobs";
import type { MemberScope, Scope } from "@/lib/platform/scope";

/** Asks for an import to be taken back. A job does it; the run tells how far it is. */
export async function orderUndo(sql: Sql, scope: MemberScope, runId: string): Promise<void> {
  const run = await findRun(sql, scope, runId);
  if (!run) refuse("There is no such import in this workspace. Nothing was changed.");
  if (run.status === "undone") refuse("This import is undone already. Nothing was changed.");
  if (run.status === "undoing") refuse("This import is being undone already. Nothing else was changed.");
  await sql("UPDATE app.import_run SET undo_by = $3, undo_fault = NULL WHERE workspace_id = $1::uuid AND id = $2::uuid RETURNING 1", [
    scope.workspaceId,
    runId,
    scope.actor.email,
  ]);
  await enqueueUndo(scope, sql, runId);
}

/** Who asked for a run to be taken back; null where nobody does, or it is done. */
export function undoneBy(scope: Scope, runId: string): Promise<string | null> {
  return withTenantConnection(scope, async ({ sql }) => {
    const [run] = await sql<{ actor: string | null }>(
      "SELECT undo_by AS actor FROM app.import_run WHERE workspace_id = $1::uuid AND id = $2::uuid AND status <> 'undone'",
      [scope.workspaceId, runId],
    );
    return run?.actor ?? null;
  });
}

export function noteUndoFault(scope: Scope, runId: string, fault: string): Promise<void> {
  return withTenantConnection(scope, async ({ sql }) => {
    await sql("UPDATE app.import_run SET undo_fault = $3 WHERE workspace_id = $1::uuid AND id = $2::uuid AND status <> 'undone'", [
      scope.workspaceId,
      runId,
      fault,
    ]);
  });
}

/** Asks again for what is on its way and has lost its job. */
export async function sweepUndos(sql: Sql, scope: Scope): Promise<void> {
  const open = await sql<{ id: string }>(
    "SELECT id::text AS id FROM app.import_run WHERE workspace_id = $1::uuid AND undo_by IS NOT NULL AND undo_fault IS NULL AND status <> 'undone'",
    [scope.workspaceId],
  );
  for (const { id } of open) await enqueueUndo(scope, sql, id);
}
