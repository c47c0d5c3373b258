import type { Reject } from "@/lib/imports/prepared";
import { audit } from "@/lib/platform/audit";
import { type TenantConnection, withTenantConnection } from "@/lib/platform/db";
import { enqueueRefresh } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";

export type RunFile = { kind: string; source: string; fileName: string; fileHash: string; mapHash: string };

/** A file's journey into the tables. `epoch` tells whoever lost the run to a successor that it did. */
export type Run = { id: string; epoch: number; committedRow: number };

export type Counts = {
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  reasons: Record<string, number>;
};

type RunRow = Omit<Counts, "reasons"> & { id: string; epoch: number; row: number; reasons: Record<string, number> };

const COLUMNS = `id::text AS id, lease_epoch AS epoch, committed_row::float8 AS row, read::float8 AS read, inserted::float8 AS inserted,
  updated::float8 AS updated, unchanged::float8 AS unchanged, rejected::float8 AS rejected, reasons`;

/** Takes up the unfinished run of this very file where it stopped, or begins one. */
export function openRun(scope: Scope, file: RunFile): Promise<{ run: Run; counts: Counts }> {
  const key = [scope.workspaceId, file.kind, file.source, file.fileHash, file.mapHash];
  return withTenantConnection(scope, async ({ sql }) => {
    const [left] = await sql<RunRow>(
      `UPDATE app.import_run SET lease_epoch = lease_epoch + 1, status = 'running'
       WHERE workspace_id = $1 AND kind = $2 AND source = $3 AND file_sha256 = $4 AND map_sha256 = $5 AND finished_at IS NULL RETURNING ${COLUMNS}`,
      key,
    );
    if (left) return taken(left);
    const actor = scope.actor.kind === "member" ? scope.actor.email : scope.actor.name;
    const [begun] = await sql<RunRow>(
      `INSERT INTO app.import_run (workspace_id, kind, source, file_sha256, map_sha256, file_name, actor) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
      [...key, file.fileName, actor],
    );
    if (!begun) throw new Error("the run was not written");
    return taken(begun);
  });
}

function taken({ id, epoch, row, ...counts }: RunRow): { run: Run; counts: Counts } {
  return { run: { id, epoch, committedRow: row }, counts };
}

/** Moves the run on by one chunk, in the chunk's own transaction. Throws where another process has taken the run over. */
export async function advance(
  { sql }: TenantConnection,
  scope: Scope,
  run: Run,
  step: { rows: number; counts: Counts; rejects: readonly Reject[] },
): Promise<void> {
  const { counts, rejects, rows } = step;
  if (rejects.length > 0) {
    await sql(
      `INSERT INTO app.import_reject (workspace_id, run_id, line, reason, detail, cells)
       SELECT $1, $2, r.line, r.reason, r.detail, r.cells FROM jsonb_to_recordset($3::jsonb) AS r(line bigint, reason text, detail text, cells jsonb)`,
      [scope.workspaceId, run.id, JSON.stringify(rejects).replaceAll("\\u0000", "\u2400")],
    );
  }
  const moved = await sql(
    `UPDATE app.import_run SET committed_row = committed_row + $4, read = $5, inserted = $6, updated = $7, unchanged = $8, rejected = $9, reasons = $10::jsonb
     WHERE workspace_id = $1 AND id = $2 AND lease_epoch = $3 AND committed_row = $11 AND finished_at IS NULL RETURNING 1`,
    [
      scope.workspaceId,
      run.id,
      run.epoch,
      rows,
      counts.read,
      counts.inserted,
      counts.updated,
      counts.unchanged,
      counts.rejected,
      JSON.stringify(counts.reasons),
      run.committedRow,
    ],
  );
  if (moved.length !== 1) throw new Error("Another import took this file over and finishes it; nothing of it is lost. Look at its report.");
}

export function finishRun(scope: Scope, run: Run, file: RunFile, counts: Counts): Promise<void> {
  return withTenantConnection(scope, async ({ sql }) => {
    await sql("UPDATE app.import_run SET status = 'done', finished_at = now() WHERE workspace_id = $1 AND id = $2 AND lease_epoch = $3", [
      scope.workspaceId,
      run.id,
      run.epoch,
    ]);
    const { inserted, updated, rejected } = counts;
    if (inserted + updated > 0) {
      await enqueueRefresh(scope, sql);
      await audit(sql, scope, "records.import", {
        run: run.id,
        kind: file.kind,
        source: file.source,
        file: file.fileName,
        inserted,
        updated,
        rejected,
      });
    }
  });
}

/** Leaves the run open, so that the same file takes it up again. */
export function leaveRun(scope: Scope, run: Run): Promise<void> {
  return withTenantConnection(scope, async ({ sql }) => {
    await sql(
      "UPDATE app.import_run SET status = 'failed' WHERE workspace_id = $1 AND id = $2 AND lease_epoch = $3 AND finished_at IS NULL",
      [scope.workspaceId, run.id, run.epoch],
    );
  });
}

/** The rows this run refused, in the order of the file, a thousand at a time. */
export async function* listRejects(scope: Scope, runId: string): AsyncGenerator<Reject[]> {
  for (let after = 0; ; ) {
    const page = await withTenantConnection(scope, ({ sql }) =>
      sql<Reject>(
        `SELECT line::float8 AS line, reason, detail, cells FROM app.import_reject WHERE workspace_id = $1 AND run_id = $2 AND line > $3 ORDER BY line LIMIT 1000`,
        [scope.workspaceId, runId, after],
      ),
    );
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)?.line ?? after;
  }
}
