import { contentFields, type Kind, referenceColumns } from "@/lib/imports/kind";
import { kinds } from "@/lib/imports/registry";
import { childrenOf } from "@/lib/imports/remove";
import { workOn } from "@/lib/imports/work";
import type { Sql } from "@/lib/platform/db";

/** The records with an id after `from`, up to `until` or the last. */
type Stretch = { place: readonly unknown[]; from: string; until: string | null };

function within(column: string): string {
  return `${column} > $3 AND ($4::uuid IS NULL OR ${column} <= $4)`;
}

/** What the run changed and nobody has since is as before. */
export async function restoreChanged(sql: Sql, kind: Kind, { place, from, until }: Stretch): Promise<number> {
  const columns = ["source", "run_id", "version", ...referenceColumns(kind), ...contentFields(kind).map(([, { column }]) => column)];
  const back = `FROM app.import_change c, jsonb_populate_record(NULL::app.${kind.table}, c.before) b`;
  const restored = await sql<{ id: string }>(
    `UPDATE app.${kind.table} t SET ${columns.map((column) => `${column} = ${loosely(kind, column)}`).join(", ")}, updated_at = now()
     ${back} WHERE c.workspace_id = $1 AND c.run_id = $2 AND ${within("c.record_id")} AND t.workspace_id = $1 AND t.id = c.record_id AND t.run_id = $2
       AND t.version = b.version + 1 RETURNING t.id::text AS id`,
    [...place, from, until],
  );
  const ids = restored.map(({ id }) => id);
  for (const statement of kind.afterUndo) await sql(statement, [...place, ids]);
  await sql("DELETE FROM app.import_change WHERE workspace_id = $1 AND run_id = $2 AND record_id = ANY($3::uuid[])", [...place, ids]);
  return restored.length;
}

// What a record referred to may have been taken away without it.
function loosely(kind: Kind, column: string): string {
  const reference = kind.references.find((one) => one.column === column && one.loose);
  if (!reference) return `b.${column}`;
  return `(SELECT r.id FROM app.${kinds[reference.to].table} r WHERE r.workspace_id = $1 AND r.id = b.${column})`;
}

/** What the run brought is removed, if it is untouched since, nothing of others is on it, and nobody worked on it. */
export async function removeBrought(sql: Sql, kind: Kind, { place, from, until }: Stretch): Promise<number> {
  const onIt = [...childrenOf(kind).map(({ child, column }) => ({ table: child.table, column })), ...workOn(kind)];
  const free = onIt.map(
    ({ table, column }) => ` AND NOT EXISTS (SELECT 1 FROM app.${table} c WHERE c.workspace_id = t.workspace_id AND c.${column} = t.id)`,
  );
  const brought = "NOT EXISTS (SELECT 1 FROM app.import_change c WHERE c.workspace_id = $1 AND c.run_id = $2 AND c.record_id = t.id)";
  const deleted = await sql(
    `DELETE FROM app.${kind.table} t WHERE t.workspace_id = $1 AND t.run_id = $2 AND ${within("t.id")} AND t.version = 0 AND ${brought}${free.join("")} RETURNING 1`,
    [...place, from, until],
  );
  return deleted.length;
}
