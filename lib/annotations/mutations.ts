import { mayChange } from "@/lib/annotations/rules";
import type { AnnotationFields } from "@/lib/annotations/schema";
import { findMetric } from "@/lib/metrics/registry";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { Scope } from "@/lib/platform/scope";

export type Opened = { readonly id: string; readonly version: number };

/** Notes that something happened, for every trend or for that of one metric. */
export async function createAnnotation(sql: Sql, scope: Scope, fields: AnnotationFields): Promise<{ id: string }> {
  checkMetricOf(fields);
  const [row] = await sql<{ id: string }>(
    "INSERT INTO app.annotation (workspace_id, day, metric, text, author) VALUES ($1::uuid, $2::date, $3, $4, $5) RETURNING id::text",
    [scope.workspaceId, fields.day, fields.metric, fields.text, authorOf(scope)],
  );
  if (!row) throw new Error("the note was not written");
  return row;
}

/** Writes a note anew as it was typed; of two who change it at once the second is refused. */
export async function changeAnnotation(sql: Sql, scope: Scope, opened: Opened, fields: AnnotationFields): Promise<void> {
  await hold(sql, scope, opened);
  checkMetricOf(fields);
  await sql(
    "UPDATE app.annotation SET day = $2::date, metric = $3, text = $4, version = version + 1, updated_at = now() WHERE id = $1::uuid RETURNING 1",
    [opened.id, fields.day, fields.metric, fields.text],
  );
}

export async function deleteAnnotation(sql: Sql, scope: Scope, opened: Opened): Promise<void> {
  await hold(sql, scope, opened);
  await sql("DELETE FROM app.annotation WHERE id = $1::uuid RETURNING 1", [opened.id]);
}

async function hold(sql: Sql, { actor }: Scope, { id, version }: Opened): Promise<void> {
  const [note] = await sql<{ version: number; author: string }>(
    "SELECT version, author FROM app.annotation WHERE id = $1::uuid FOR UPDATE",
    [id],
  );
  if (!note) refuse("This note is not there any more; somebody deleted it. Nothing was changed.");
  if (actor.kind === "member" && !mayChange(note, actor))
    refuse("Only its author, a manager or an admin can change this. Nothing was changed.");
  if (note.version !== version)
    refuse("Somebody else changed this note after you opened it. Their change stands and nothing of yours was saved; reload to see it.");
}

function checkMetricOf({ metric }: AnnotationFields): void {
  if (metric !== null && findMetric(metric) === undefined) refuse("There is no such metric. Nothing was changed.");
}

function authorOf({ actor }: Scope): string {
  return actor.kind === "member" ? actor.email : actor.name;
}
