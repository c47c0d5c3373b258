import type { Reject } from "@/lib/imports/prepared";
import { kinds } from "@/lib/imports/registry";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

const MOST_RUNS = 100;
const MOST_REJECTS = 50;

/** A file's journey, as it stands. `fileName` is the source's own; times are ISO. */
export type RunRow = {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly fileName: string;
  readonly status: "running" | "done" | "failed" | "undoing" | "undone";
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly reasons: { readonly [reason: string]: number };
  readonly actor: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** What its undo has come to; `kept` is known at the end. Why it stopped, where it did. */
  readonly undone: { readonly deleted: number; readonly restored: number; readonly kept: number } | null;
  readonly undoFault: string | null;
};

/** What one source gives of one kind: the records it last told that are here now, and the sums over its runs that were not undone. */
export type SourceRow = {
  readonly source: string;
  readonly kind: string;
  readonly records: number;
  readonly runs: number;
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly open: number;
  readonly lastSuccessAt: string | null;
};

export type FileRow = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly status: "receiving" | "ready" | "waiting" | "working" | "done" | "failed";
  readonly task: "rehearse" | "import" | null;
  readonly kind: string | null;
  readonly source: string | null;
  readonly readBytes: number;
  readonly fault: string | null;
  readonly runId: string | null;
  readonly actor: string;
  readonly createdAt: string;
};

const ISO = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const STATUS = "CASE WHEN undo_by IS NOT NULL AND undo_fault IS NULL AND status <> 'undone' THEN 'undoing' ELSE status END";

/** The records there are, by kind and source; without a source of their own those that several may tell of. */
const KEPT = Object.values(kinds)
  .map(
    ({ name, table }) =>
      `SELECT source, '${name}' AS kind, count(*) AS records FROM app.${table} WHERE workspace_id = $1::uuid AND source <> '' GROUP BY source`,
  )
  .join(" UNION ALL ");

const RUN = `id::text AS id, kind, source, file_name AS "fileName", ${STATUS} AS status, undone, undo_fault AS "undoFault", read::float8 AS read, inserted::float8 AS inserted, updated::float8 AS updated,
  unchanged::float8 AS unchanged, rejected::float8 AS rejected, reasons, actor, ${ISO("started_at")} AS "startedAt", ${ISO("finished_at")} AS "finishedAt"`;

const FILE = `id::text AS id, name, bytes::float8 AS bytes, status, task, kind, source, read_bytes::float8 AS "readBytes", fault, run_id::text AS "runId", actor,
  ${ISO("created_at")} AS "createdAt"`;

export function listSources(sql: Sql, scope: Scope): Promise<SourceRow[]> {
  return sql<SourceRow>(
    `WITH ran AS (
       SELECT source, kind, count(*)::int AS runs, sum(read) AS read, sum(inserted + updated) AS accepted, sum(unchanged) AS unchanged,
         sum(rejected) AS rejected, count(*) FILTER (WHERE finished_at IS NULL)::int AS open, max(finished_at) FILTER (WHERE status = 'done') AS last_at
       FROM app.import_run WHERE workspace_id = $1::uuid AND status <> 'undone' GROUP BY source, kind),
     kept AS (${KEPT})
     SELECT source, kind, coalesce(kept.records, 0)::float8 AS records, coalesce(ran.runs, 0) AS runs, coalesce(ran.read, 0)::float8 AS read,
       coalesce(ran.accepted, 0)::float8 AS accepted, coalesce(ran.unchanged, 0)::float8 AS unchanged, coalesce(ran.rejected, 0)::float8 AS rejected,
       coalesce(ran.open, 0) AS open, ${ISO("ran.last_at")} AS "lastSuccessAt"
     FROM ran FULL JOIN kept USING (source, kind) ORDER BY source, kind`,
    [scope.workspaceId],
  );
}

/** The latest runs, newest first. */
export function listRuns(sql: Sql, scope: Scope): Promise<RunRow[]> {
  return sql<RunRow>(`SELECT ${RUN} FROM app.import_run WHERE workspace_id = $1::uuid ORDER BY started_at DESC, id LIMIT ${MOST_RUNS}`, [
    scope.workspaceId,
  ]);
}

export async function findRun(sql: Sql, scope: Scope, id: string): Promise<RunRow | null> {
  const [run] = await sql<RunRow>(`SELECT ${RUN} FROM app.import_run WHERE workspace_id = $1::uuid AND id = $2::uuid`, [
    scope.workspaceId,
    id,
  ]);
  return run ?? null;
}

/** The first rows a run refused. */
export function listFirstRejects(sql: Sql, scope: Scope, id: string): Promise<Reject[]> {
  return sql<Reject>(
    `SELECT line::float8 AS line, reason, detail, cells FROM app.import_reject WHERE workspace_id = $1::uuid AND run_id = $2::uuid ORDER BY line LIMIT ${MOST_REJECTS}`,
    [scope.workspaceId, id],
  );
}

/** The file that a run read, as it was uploaded: how it was cut, and whether it is here still, to be read in another way. */
export type Original = {
  readonly fileId: string;
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly isHere: boolean;
};

/** Null where a run's file did not come through the screen, or is forgotten. */
export async function findOriginal(sql: Sql, scope: Scope, id: string): Promise<Original | null> {
  const [file] = await sql<Original>(
    `SELECT f.id::text AS "fileId", f.header, coalesce(f.map #>> '{csv,delimiter}', ',') AS delimiter,
       EXISTS (SELECT FROM app.import_file_part p WHERE p.workspace_id = f.workspace_id AND p.file_id = f.id) AS "isHere"
     FROM app.import_file f WHERE f.workspace_id = $1::uuid AND f.run_id = $2::uuid ORDER BY f.touched_at DESC LIMIT 1`,
    [scope.workspaceId, id],
  );
  return file ?? null;
}

/** Uploaded files that are not in yet, newest first. */
export function listFiles(sql: Sql, scope: Scope): Promise<FileRow[]> {
  return sql<FileRow>(
    `SELECT ${FILE} FROM app.import_file WHERE workspace_id = $1::uuid AND status <> 'done' ORDER BY created_at DESC, id`,
    [scope.workspaceId],
  );
}

export async function findFile(sql: Sql, scope: Scope, id: string): Promise<FileRow | null> {
  const [file] = await sql<FileRow>(`SELECT ${FILE} FROM app.import_file WHERE workspace_id = $1::uuid AND id = $2::uuid`, [
    scope.workspaceId,
    id,
  ]);
  return file ?? null;
}

export type FileDetail = { readonly map: unknown; readonly report: unknown };

/** How a file was ordered to be read, and what its rehearsal came to. */
export async function findDetail(sql: Sql, scope: Scope, id: string): Promise<FileDetail> {
  const [row] = await sql<FileDetail>("SELECT map, report FROM app.import_file WHERE workspace_id = $1::uuid AND id = $2::uuid", [
    scope.workspaceId,
    id,
  ]);
  return row ?? { map: null, report: null };
}

/** The first megabyte of a file, in base64, and whether that is all of it. */
export async function findStart(sql: Sql, scope: Scope, id: string): Promise<{ start: string; whole: boolean } | null> {
  const [row] = await sql<{ start: string; whole: boolean }>(
    `SELECT encode(p.content, 'base64') AS start, f.bytes = length(p.content) AS whole FROM app.import_file f
     JOIN app.import_file_part p ON p.workspace_id = f.workspace_id AND p.file_id = f.id AND p.n = 0 WHERE f.workspace_id = $1::uuid AND f.id = $2::uuid`,
    [scope.workspaceId, id],
  );
  return row ?? null;
}

export type MapRow = { readonly source: string; readonly kind: string; readonly map: unknown };

/** The maps that were used last, newest first. */
export function listMaps(sql: Sql, scope: Scope): Promise<MapRow[]> {
  return sql<MapRow>("SELECT source, kind, map FROM app.import_map WHERE workspace_id = $1::uuid ORDER BY updated_at DESC, source, kind", [
    scope.workspaceId,
  ]);
}
