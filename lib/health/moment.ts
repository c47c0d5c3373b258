import { isHealthStale } from "@/lib/health/state";
import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** The last day that is made, and the instant just before which it is seen: now, or the end of that day where it is over. */
export type Moment = { readonly day: Day; readonly at: Date; readonly stale: boolean };

/** What health is read at; null where no day is made yet. */
export async function readMoment(sql: Sql, scope: Scope, asOf: Date): Promise<Moment | null> {
  const [row] = await sql<{ day: Day | null; at: Date }>(
    `SELECT through::text AS day, least($1::timestamptz, (through + 1)::timestamp AT TIME ZONE $2) AS at FROM app.health_derivation`,
    [asOf, scope.timeZone],
  );
  if (!row?.day) return null;
  return { day: row.day, at: row.at, stale: await isHealthStale(sql, scope, asOf) };
}
