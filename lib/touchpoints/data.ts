import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export type ShownPulse = { rating: number; note: string | null; on: Day; by: string };

/** How somebody last felt about an account; null where nobody ever said. */
export async function findPulse(sql: Sql, scope: Scope, accountId: string, asOf: Date): Promise<ShownPulse | null> {
  const [pulse] = await sql<ShownPulse>(
    `SELECT p.rating, p.note, (p.at AT TIME ZONE $2::text)::date::text AS "on", coalesce(m.name, p.author) AS by
     FROM app.pulse p LEFT JOIN app.member m ON m.email = p.author
     WHERE p.account_id = $1::uuid AND p.at <= $3::timestamptz ORDER BY p.at DESC LIMIT 1`,
    [accountId, scope.timeZone, asOf],
  );
  return pulse ?? null;
}
