import { findRecord } from "@/lib/imports/find";
import type { Kind } from "@/lib/imports/kind";
import { holdRecords } from "@/lib/imports/locks";
import { kinds } from "@/lib/imports/registry";
import { workOn } from "@/lib/imports/work";
import { audit } from "@/lib/platform/audit";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { enqueueRefresh } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";

export type Removal = { deleted: number; alongside: Record<string, number> };

/** Removes one record and all that hangs on it, in one transaction. `alongside` counts what went with it, by kind. */
export function removeRecord(scope: Scope, kind: Kind, { source, externalId }: { source: string; externalId: string }): Promise<Removal> {
  return withTenantConnection(scope, async ({ sql }) => {
    await holdRecords(sql, scope);
    const id = await findRecord(sql, scope, kind, { source, externalId });
    if (id === undefined) throw new Error(`There is no record ${externalId} among the ${kind.name} of ${source}; nothing was removed.`);
    return removeFound(sql, scope, kind, { id, source, externalId });
  });
}

/** The same for a record that was found already, in a transaction that holds the records. What is `known` of it is written to the audit. */
export async function removeFound(
  sql: Sql,
  scope: Scope,
  kind: Kind,
  { id, ...known }: { id: string; source: string; externalId: string; account?: string },
): Promise<Removal> {
  const alongside = await hanging(sql, scope, kind, [id]);
  await sql(`DELETE FROM app.${kind.table} WHERE workspace_id = $1::uuid AND id = $2::uuid RETURNING 1`, [scope.workspaceId, id]);
  await enqueueRefresh(scope, sql);
  await audit(sql, scope, "records.delete", { kind: kind.name, ...known, ...alongside });
  return { deleted: 1, alongside };
}

/** How many records of each kind, and how much of what people wrote, refer to these, directly or through others. */
export async function hanging(sql: Sql, scope: Scope, kind: Kind, ids: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, table, column } of workOn(kind)) {
    const [counted] = await sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM app.${table} WHERE workspace_id = $1::uuid AND ${column} = ANY($2::uuid[])`,
      [scope.workspaceId, ids],
    );
    if (counted?.n) counts[name] = counted.n;
  }
  for (const { child, column, loose } of childrenOf(kind)) {
    if (loose) continue;
    const place = `FROM app.${child.table} WHERE workspace_id = $1::uuid AND ${column} = ANY($2::uuid[])`;
    if (childrenOf(child).length === 0 && workOn(child).length === 0) {
      const [counted] = await sql<{ n: number }>(`SELECT count(*)::int AS n ${place}`, [scope.workspaceId, ids]);
      if (counted?.n) counts[child.name] = (counts[child.name] ?? 0) + counted.n;
      continue;
    }
    const rows = await sql<{ id: string }>(`SELECT id::text AS id ${place}`, [scope.workspaceId, ids]);
    if (rows.length === 0) continue;
    counts[child.name] = (counts[child.name] ?? 0) + rows.length;
    const below = await hanging(
      sql,
      scope,
      child,
      rows.map(({ id }) => id),
    );
    for (const [name, n] of Object.entries(below)) counts[name] = (counts[name] ?? 0) + n;
  }
  return counts;
}

/** The kinds whose records refer to records of this one, and by which column. */
export function childrenOf({ name }: Kind): { child: Kind; column: string; loose: boolean }[] {
  return Object.values(kinds).flatMap((child: Kind) =>
    child.references.flatMap(({ to, column, loose = false }) => (to === name && column !== undefined ? [{ child, column, loose }] : [])),
  );
}
