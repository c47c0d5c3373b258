import { storable, type Task } from "@/lib/imports/files/mutations";
import type { FileReport } from "@/lib/imports/import-file";
import { ImportMap } from "@/lib/imports/map";
import type { Reject } from "@/lib/imports/prepared";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { enqueueImport } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";

/** A file that a job works on, as it was ordered. */
export type Ordered = { id: string; name: string; bytes: number; task: Task; kind: string; source: string; map: ImportMap; actor: string };

/** What a rehearsal or an import came to, with the first rows it refused. */
export type FileOutcome = FileReport & { firstRejects: Reject[] };

/** Takes up a file that waits, or that a job before left; null where nothing is to be done any more. */
export function takeFile(scope: Scope, fileId: string): Promise<Ordered | null> {
  return withTenantConnection(scope, async ({ sql }) => {
    const [file] = await sql<Omit<Ordered, "map"> & { map: unknown }>(
      `UPDATE app.import_file SET status = 'working', fault = NULL, read_bytes = 0, touched_at = now()
       WHERE workspace_id = $1 AND id = $2 AND status IN ('waiting', 'working', 'failed') AND task IS NOT NULL
       RETURNING id::text AS id, name, bytes::float8 AS bytes, task, kind, source, map, actor`,
      [scope.workspaceId, fileId],
    );
    return file ? { ...file, map: ImportMap.parse(file.map) } : null;
  });
}

/** The file's bytes in order; `told` hears how many were handed out. */
export async function* fileBytes(
  scope: Scope,
  fileId: string,
  told: (bytes: number) => Promise<void> = async () => {},
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for (let part = 0; ; part += 1) {
    const [row] = await withTenantConnection(scope, ({ sql }) =>
      sql<{ content: Buffer }>("SELECT content FROM app.import_file_part WHERE workspace_id = $1 AND file_id = $2 AND n = $3", [
        scope.workspaceId,
        fileId,
        part,
      ]),
    );
    if (!row) return;
    yield row.content;
    bytes += row.content.length;
    await told(bytes);
  }
}

export function noteProgress(scope: Scope, fileId: string, bytes: number): Promise<void> {
  return changed(scope, fileId, "read_bytes = $3::bigint", [bytes]);
}

export function noteRun(scope: Scope, fileId: string, runId: string): Promise<void> {
  return changed(scope, fileId, "run_id = $3::uuid", [runId]);
}

/** After a rehearsal the file is there as before, with what it would come to. */
export function settleRehearsal(scope: Scope, fileId: string, outcome: FileOutcome): Promise<void> {
  return changed(scope, fileId, "status = 'ready', report = $3::jsonb", [storable(outcome)]);
}

/**
 * After an import the run tells all. How its source's files are read is kept, and the bytes are not needed any more; but where nothing of it was taken, they are:
 * it was probably mapped wrongly.
 */
export function settleImport(scope: Scope, fileId: string, outcome: FileOutcome): Promise<void> {
  return withTenantConnection(scope, async ({ sql }) => {
    await change(sql, scope, fileId, "status = 'done', read_bytes = bytes, report = NULL, run_id = $3::uuid", [outcome.runId]);
    if (outcome.accepted + outcome.unchanged === 0) return;
    await sql(
      `INSERT INTO app.import_map (workspace_id, source, kind, map, actor)
       SELECT workspace_id, source, kind, map, actor FROM app.import_file WHERE workspace_id = $1 AND id = $2 AND status = 'done'
       ON CONFLICT (workspace_id, source, kind) DO UPDATE SET map = excluded.map, actor = excluded.actor, updated_at = now()`,
      [scope.workspaceId, fileId],
    );
    await sql(
      `DELETE FROM app.import_file_part p USING app.import_file f
       WHERE f.workspace_id = $1 AND f.id = $2 AND f.status = 'done' AND p.workspace_id = $1 AND p.file_id = $2`,
      [scope.workspaceId, fileId],
    );
  });
}

export function settleFailure(scope: Scope, fileId: string, fault: string): Promise<void> {
  return changed(scope, fileId, "status = 'failed', fault = $3", [fault]);
}

function changed(scope: Scope, fileId: string, what: string, params: readonly unknown[]): Promise<void> {
  return withTenantConnection(scope, ({ sql }) => change(sql, scope, fileId, what, params));
}

// Whoever lost the file to another worker, or to a person who discarded it, changes nothing.
async function change(sql: Sql, { workspaceId }: Scope, fileId: string, what: string, params: readonly unknown[]): Promise<void> {
  await sql(`UPDATE app.import_file SET ${what}, touched_at = now() WHERE workspace_id = $1 AND id = $2 AND status = 'working'`, [
    workspaceId,
    fileId,
    ...params,
  ]);
}

/** Forgets uploads that nobody started for a day, the bytes of those of which nothing was taken, and those long done; asks again for what waits without a job. */
export async function sweepFiles(sql: Sql, scope: Scope): Promise<void> {
  await sql(
    `DELETE FROM app.import_file WHERE workspace_id = $1 AND (status IN ('receiving', 'ready') AND touched_at < now() - interval '1 day'
       OR status IN ('failed', 'done') AND touched_at < now() - interval '14 days')`,
    [scope.workspaceId],
  );
  await sql(
    `DELETE FROM app.import_file_part p USING app.import_file f
     WHERE f.workspace_id = $1 AND f.status = 'done' AND f.touched_at < now() - interval '1 day' AND p.workspace_id = $1 AND p.file_id = f.id`,
    [scope.workspaceId],
  );
  const waiting = await sql<{ id: string }>(
    "SELECT id::text AS id FROM app.import_file WHERE workspace_id = $1 AND status = 'waiting' AND touched_at < now() - interval '1 minute'",
    [scope.workspaceId],
  );
  for (const { id } of waiting) await enqueueImport(scope, sql, id);
}
