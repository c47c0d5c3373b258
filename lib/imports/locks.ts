import type { Kind } from "@/lib/imports/kind";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

const SHARED = "SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 1)) IS NULL AS held";
const ALONE = "SELECT pg_advisory_xact_lock(hashtextextended($1, 1)) IS NULL AS held";

/** Held by whoever adds records, so that what they refer to stays. */
export async function shareRecords(sql: Sql, { workspaceId }: Scope): Promise<void> {
  await sql(SHARED, [`records ${workspaceId}`]);
}

/** Held by whoever takes records away. */
export async function holdRecords(sql: Sql, { workspaceId }: Scope): Promise<void> {
  await sql(ALONE, [`records ${workspaceId}`]);
}

/** One load at a time changes the records of one kind and source (of one kind, where sources share records), chunk by chunk: so none waits for another in a ring, and each sees what it changes. */
export async function lockKind(sql: Sql, { scope, kind, source }: { scope: Scope; kind: Kind; source: string }): Promise<void> {
  await sql(ALONE, [
    `kind ${scope.workspaceId} ${kind.name} ${kind.identity.includes("source") && kind.natural.length === 0 ? source : ""}`,
  ]);
}

/** True if nobody else is at work on this very file; held until the transaction ends, also by the end of the process. */
export async function claimFile(sql: Sql, scope: Scope, file: readonly string[]): Promise<boolean> {
  const [row] = await sql<{ held: boolean }>("SELECT pg_try_advisory_xact_lock(hashtextextended($1, 2)) AS held", [
    JSON.stringify([scope.workspaceId, ...file]),
  ]);
  return row?.held ?? false;
}
