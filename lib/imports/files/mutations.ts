import { MOST_OPEN_FILES, PART_BYTES, partsOf } from "@/lib/imports/files/limits";
import { contentRefusal, sizeRefusal } from "@/lib/imports/files/refusal";
import type { ImportMap } from "@/lib/imports/map";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import { enqueueImport } from "@/lib/platform/jobs";
import type { MemberScope, Scope } from "@/lib/platform/scope";

export type FilePart = { id: string; name: string; bytes: number; part: number };

export type Receipt = { received: number; parts: number };

/** Takes one part of a file; the first makes the file, the last makes it ready. A part that came before changes nothing. */
export async function receivePart(sql: Sql, scope: MemberScope, { id, name, bytes, part }: FilePart, content: Buffer): Promise<Receipt> {
  const parts = partsOf(bytes);
  const refused = sizeRefusal(name, bytes) ?? (part === 0 ? contentRefusal(name, content, { whole: parts === 1 }) : null);
  if (refused) refuse(refused);
  if (part === 0) await begin(sql, scope, { id, name, bytes });
  const [file] = await sql<{ name: string; bytes: number; status: string }>(
    "SELECT name, bytes::float8 AS bytes, status FROM app.import_file WHERE workspace_id = $1::uuid AND id = $2::uuid FOR UPDATE",
    [scope.workspaceId, id],
  );
  if (file?.name !== name || file.bytes !== bytes || part >= parts)
    refuse("This upload is not known any more, so nothing was kept. Upload the file again.");
  if (content.length !== Math.min(PART_BYTES, bytes - part * PART_BYTES))
    refuse(`${name} changed while it was uploaded. Nothing of it was imported; upload it again.`);
  if (file.status === "receiving") {
    await sql(
      "INSERT INTO app.import_file_part (workspace_id, file_id, n, content) VALUES ($1::uuid, $2::uuid, $3::int, $4::bytea) ON CONFLICT DO NOTHING RETURNING 1",
      [scope.workspaceId, id, part, content],
    );
  }
  const received = await countParts(sql, scope, id);
  const status = received === parts ? "ready" : "receiving";
  await sql(
    "UPDATE app.import_file SET status = $3, touched_at = now() WHERE workspace_id = $1::uuid AND id = $2::uuid AND status = 'receiving' RETURNING 1",
    [scope.workspaceId, id, status],
  );
  return { received, parts };
}

async function begin(sql: Sql, { workspaceId, actor }: MemberScope, { id, name, bytes }: Omit<FilePart, "part">): Promise<void> {
  const [open] = await sql<{ n: number }>(
    "SELECT count(*)::int AS n FROM app.import_file WHERE workspace_id = $1::uuid AND status <> 'done' AND id <> $2::uuid",
    [workspaceId, id],
  );
  if ((open?.n ?? 0) >= MOST_OPEN_FILES)
    refuse(`There are ${MOST_OPEN_FILES} uploaded files that were not imported. Import or discard some of them first; nothing was kept.`);
  await sql(
    "INSERT INTO app.import_file (workspace_id, id, name, bytes, actor) VALUES ($1::uuid, $2::uuid, $3, $4::bigint, $5) ON CONFLICT DO NOTHING RETURNING 1",
    [workspaceId, id, name, bytes, actor.email],
  );
}

/** How many parts have come. */
export async function countParts(sql: Sql, { workspaceId }: Scope, id: string): Promise<number> {
  const [row] = await sql<{ n: number }>(
    "SELECT count(*)::int AS n FROM app.import_file_part WHERE workspace_id = $1::uuid AND file_id = $2::uuid",
    [workspaceId, id],
  );
  return row?.n ?? 0;
}

export type Task = "rehearse" | "import";
export type Order = { fileId: string; kind: string; source: string; map: ImportMap; header: readonly string[]; task: Task };

/** Asks for a file to be rehearsed or imported; one of which nothing was taken may be asked for again, mapped in another way. */
export async function orderImport(sql: Sql, scope: MemberScope, { fileId, kind, source, map, header, task }: Order): Promise<void> {
  const ordered = await sql(
    `UPDATE app.import_file SET status = 'waiting', task = $3, kind = $4, source = $5, map = $6::text::jsonb, read_bytes = 0, fault = NULL, actor = $7,
       header = $8::text::jsonb, report = NULL, touched_at = now()
     WHERE workspace_id = $1::uuid AND id = $2::uuid AND status IN ('ready', 'failed', 'done') RETURNING 1`,
    [scope.workspaceId, fileId, task, kind, source, JSON.stringify(map), scope.actor.email, storable(header)],
  );
  if (ordered.length === 0) refuse("This file is being read already, was imported, or was discarded. Nothing was changed.");
  await enqueueImport(scope, sql, fileId);
}

/** JSON as a table can keep it: PostgreSQL knows no NUL. */
export function storable(value: unknown): string {
  return JSON.stringify(value).replaceAll("\\u0000", "\u2400");
}

/** Forgets an uploaded file. What an import of it brought in stays until that run is undone. */
export async function discardFile(sql: Sql, { workspaceId }: Scope, fileId: string): Promise<void> {
  const gone = await sql(
    "DELETE FROM app.import_file WHERE workspace_id = $1::uuid AND id = $2::uuid AND status NOT IN ('waiting', 'working') RETURNING 1",
    [workspaceId, fileId],
  );
  if (gone.length === 0) refuse("There is no such file, or it is being read at this moment. Nothing was changed.");
}
