import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import { cursorText, type Page, pageOf, readCursor } from "@/lib/platform/keyset";
import type { Scope } from "@/lib/platform/scope";
import { ticketFactsSql } from "@/lib/tickets/facts";

export type ShownTicket = {
  id: string;
  externalId: string;
  subject: string | null;
  status: string | null;
  priority: string | null;
  channel: string | null;
  isOpen: boolean;
  wasReopened: boolean;
  openedOn: Day;
  solvedOn: Day | null;
  responseHours: number | null;
  resolutionHours: number | null;
  satisfaction: number | null;
  escalated: boolean;
  excluded: boolean;
};

const HOURS = "::float8 / 3600";

/** An account's tickets as they are at an instant, the open ones first, then the newest. */
export async function listTickets(
  sql: Sql,
  scope: Scope,
  accountId: string,
  { after, limit }: { after: string | null; limit: number },
  asOf: Date,
): Promise<Page<ShownTicket>> {
  const cursor = readCursor(after?.replace(/^[01] /, "") ?? null);
  const from = cursor === null ? "" : "WHERE (f.is_open, f.opened_at, f.id) < ($5::int, $6::timestamptz, $7::uuid)";
  const rows = await sql<ShownTicket & { cursor: string }>(
    `WITH f AS (
       SELECT k.*, (k.last_solved_at IS NULL AND NOT k.is_undated AND NOT k.excluded)::int AS is_open FROM (${ticketFactsSql("$3::timestamptz", "t.account_id = $1::uuid")}) AS k)
     SELECT f.id::text AS id, f.external_id AS "externalId", f.subject, f.status, f.priority, f.channel, f.is_open = 1 AS "isOpen", f.was_reopened AS "wasReopened",
       (f.opened_at AT TIME ZONE $2::text)::date::text AS "openedOn", (f.last_solved_at AT TIME ZONE $2::text)::date::text AS "solvedOn",
       coalesce(CASE WHEN f.first_response_at < $3::timestamptz THEN extract(epoch FROM f.first_response_at - f.opened_at)${HOURS} END, f.first_response_minutes::float8 / 60) AS "responseHours",
       extract(epoch FROM f.last_solved_at - f.opened_at)${HOURS} AS "resolutionHours",
       f.satisfaction::int AS satisfaction, f.escalated, f.excluded, f.is_open || ' ' || ${cursorText("f.opened_at")} AS cursor
     FROM f ${from} ORDER BY f.is_open DESC, f.opened_at DESC, f.id DESC LIMIT $4::int`,
    [accountId, scope.timeZone, asOf, limit + 1, ...(cursor === null ? [] : [Number(after?.[0]), cursor.at, cursor.id])],
  );
  return pageOf(rows, limit);
}

export type TicketTotals = { all: number; open: number };

/** How many tickets an account has at an instant, and how many of them are open; spam and merged ones are none. */
export async function countTickets(sql: Sql, _scope: Scope, accountId: string, asOf: Date): Promise<TicketTotals> {
  const [found] = await sql<TicketTotals>(
    `SELECT count(*)::int AS "all", count(*) FILTER (WHERE k.last_solved_at IS NULL AND NOT k.is_undated)::int AS open
     FROM (${ticketFactsSql("$2::timestamptz", "t.account_id = $1::uuid")}) AS k WHERE NOT k.excluded`,
    [accountId, asOf],
  );
  return found ?? { all: 0, open: 0 };
}
