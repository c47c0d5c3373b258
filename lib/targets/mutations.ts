import { findMetric } from "@/lib/metrics/registry";
import { codeOf, type Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { Scope } from "@/lib/platform/scope";
import { spanWords, startOf } from "@/lib/targets/rules";
import type { TargetFields } from "@/lib/targets/schema";

export type Opened = { readonly id: string; readonly version: number };

/** Sets a target. Of a metric, a span and a first period there is one that stands and one for that period alone. */
export async function setTarget(sql: Sql, scope: Scope, given: TargetFields): Promise<{ id: string }> {
  const fields = await checked(sql, given);
  const [row] = await unlessTaken(fields, () =>
    sql<{ id: string }>(
      `INSERT INTO app.target (workspace_id, metric, span, from_day, standing, value, owner_id, author)
       VALUES ($1::uuid, $2, $3, $4::date, $5::boolean, $6::float8, $7::uuid, $8) RETURNING id::text`,
      [scope.workspaceId, fields.metric, fields.span, fields.fromDay, fields.standing, fields.value, fields.owner, authorOf(scope)],
    ),
  );
  if (!row) throw new Error("the target was not written");
  return row;
}

/** Writes a target anew as it was typed; of two who change it at once the second is refused. */
export async function changeTarget(sql: Sql, opened: Opened, given: TargetFields): Promise<void> {
  await hold(sql, opened);
  const fields = await checked(sql, given);
  await unlessTaken(fields, () =>
    sql(
      `UPDATE app.target SET metric = $2, span = $3, from_day = $4::date, standing = $5::boolean, value = $6::float8, owner_id = $7::uuid,
         version = version + 1, updated_at = now() WHERE id = $1::uuid RETURNING 1`,
      [opened.id, fields.metric, fields.span, fields.fromDay, fields.standing, fields.value, fields.owner],
    ),
  );
}

export async function removeTarget(sql: Sql, opened: Opened): Promise<void> {
  await hold(sql, opened);
  await sql("DELETE FROM app.target WHERE id = $1::uuid RETURNING 1", [opened.id]);
}

async function hold(sql: Sql, { id, version }: Opened): Promise<void> {
  const [target] = await sql<{ version: number }>("SELECT version FROM app.target WHERE id = $1::uuid FOR UPDATE", [id]);
  if (!target) refuse("This target is not there any more. Nothing was changed.");
  if (target.version !== version)
    refuse("Somebody else changed this target after you opened it. Their change stands and nothing of yours was saved; reload to see it.");
}

/** The fields with the first day of the period they name; refuses what cannot be a target. */
async function checked(sql: Sql, fields: TargetFields): Promise<TargetFields> {
  const better = findMetric(fields.metric)?.face.better;
  if (better === undefined) refuse("There is no such metric. Nothing was changed.");
  if (better === "neither") refuse("More of this number is neither better nor worse, so it has no target. Nothing was changed.");
  if (fields.owner !== null && (await sql("SELECT 1 FROM app.member WHERE id = $1::uuid", [fields.owner])).length === 0)
    refuse("Whom this was given to is no member of this workspace any more. Nothing was changed; choose somebody else.");
  return { ...fields, fromDay: startOf(fields.span, fields.fromDay) };
}

async function unlessTaken<Data>(fields: TargetFields, write: () => Promise<Data>): Promise<Data> {
  try {
    return await write();
  } catch (error) {
    if (codeOf(error) !== "23505") throw error;
    refuse(
      `There is a target of this number for ${spanWords(fields)} already. Nothing was changed; change that one, or choose another period.`,
    );
  }
}

function authorOf({ actor }: Scope): string {
  return actor.kind === "member" ? actor.email : actor.name;
}
