import type { DayMark } from "@/lib/ledger/refresh";
import type { Sql } from "@/lib/platform/db";

/** Something told of a ticket that has not happened yet, and when the ticket came in. */
export type Ahead = { readonly openedAt: Date; readonly at: Date };

/**
 * What is told of tickets that came in before an instant and happens at it or later, the soonest first: a solve, a reopening, a response. Time alone changes
 * what those tickets come to. Of the tickets that came in on some days, or of all.
 */
export async function toldAhead(sql: Sql, asOf: Date, days: readonly DayMark[] | null): Promise<Ahead[]> {
  const some = days?.flatMap(({ kind, day }) => (kind === "ticket" ? [day] : [])) ?? null;
  if (some?.length === 0) return [];
  return sql<Ahead>(
    `SELECT opened_at AS "openedAt", min(at) AS at FROM (
       SELECT t.opened_at, own.at FROM app.ticket t CROSS JOIN LATERAL (VALUES (t.first_response_at), (t.solved_at),
         (t.opened_at + least(t.first_response_minutes, 1e9)::float8 * interval '1 minute'), (t.opened_at + least(t.resolution_hours, 1e8)::float8 * interval '1 hour')) AS own(at)
       UNION ALL SELECT t.opened_at, e.at FROM app.ticket_event e JOIN app.ticket t ON t.id = e.ticket_id) AS each
     WHERE opened_at < $1::timestamptz AND at >= $1::timestamptz
       AND ($2::timestamptz[] IS NULL OR EXISTS (SELECT FROM unnest($2::timestamptz[]) AS day WHERE opened_at >= day AND opened_at < day + interval '1 day'))
     GROUP BY 1 ORDER BY 2, 1`,
    [asOf, some],
  );
}
