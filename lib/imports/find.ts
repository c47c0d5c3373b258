import { type Field, type Kind, SQL_TYPE } from "@/lib/imports/kind";
import { kinds } from "@/lib/imports/registry";
import type { Sql } from "@/lib/platform/db";
import { plain } from "@/lib/platform/record";
import type { Scope } from "@/lib/platform/scope";

type Key = { readonly source: string; readonly externalId: string };

/**
 * Finds one record by what it is known by: its external id, or its natural key's parts joined by slashes, such as S-1/2024-02-01 for a
 * pause of S-1 and EUR/2024-03 for a rate. What others of its key refer to is looked for in the source first.
 */
export async function findRecord(sql: Sql, scope: Scope, kind: Kind, { source, externalId }: Key): Promise<string | undefined> {
  const place = [scope.workspaceId, source, plain(externalId)];
  if (kind.identity.includes("external_id")) {
    const [row] = await sql<{ id: string }>(
      `SELECT id::text AS id FROM app.${kind.table} WHERE workspace_id = $1 AND source = $2 AND external_id = $3`,
      place,
    );
    if (row || kind.natural.length === 0) return row?.id;
  }
  const found = await sql<{ id: string; own: boolean }>(byParts(kind), [...place, scope.timeZone]);
  const own = found.filter((row) => row.own);
  const [row, another] = own.length > 0 ? own : found;
  if (another) throw new Error(`More than one record among the ${kind.name} is known by ${externalId}; nothing was changed.`);
  return row?.id;
}

// $1 workspace, $2 source, $3 the parts, $4 time zone: an instant is told in full, or as its day.
function byParts(kind: Kind): string {
  const joins = kind.references.map(
    ({ to, column }, index) =>
      `JOIN app.${kinds[to].table} r${index} ON r${index}.workspace_id = t.workspace_id AND r${index}.id = t.${column}`,
  );
  const owners = kind.references.map((_, index) => `r${index}.source = $2::text`);
  const known = (short: boolean) => kind.natural.map((field) => partOf(kind, field, short)).join(" || '/' || ");
  const shared = kind.identity.includes("source") ? " AND t.source = ''" : "";
  return `SELECT t.id::text AS id, ${owners.join(" AND ") || "t.source = $2::text"} AS own FROM app.${kind.table} t ${joins.join(" ")}
    WHERE t.workspace_id = $1${shared} AND $4::text IS NOT NULL AND $3::text IN (${known(false)}, ${known(true)})`;
}

function partOf(kind: Kind, name: string, short: boolean): string {
  const index = kind.references.findIndex(({ field }) => field === name);
  if (index >= 0) return `r${index}.external_id`;
  const field = kind.fields[name];
  return field ? `coalesce(${written(field, short)}, '')` : "''";
}

function written({ column, read }: Field, short: boolean): string {
  const type = SQL_TYPE[read];
  if (type === "timestamptz")
    return short
      ? `to_char(t.${column} AT TIME ZONE $4, 'YYYY-MM-DD')`
      : `to_char(t.${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  if (type === "date") return `to_char(t.${column}, '${short ? "YYYY-MM" : "YYYY-MM-DD"}')`;
  return type === "numeric" ? `trim_scale(t.${column})::text` : `t.${column}::text`;
}
