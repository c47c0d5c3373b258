import type { Placed } from "@/lib/metrics/instants";
import type { KeptGroup } from "@/lib/metrics/kept/groups";
import type { RecordKind } from "@/lib/metrics/relation";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Settings } from "@/lib/workspaces/settings";

/** Something that will happen to a ticket without any record changing: what is told of it comes true, or a window after a solve ends. */
type TicketAhead = { readonly openedAt: Date; readonly at: Date; readonly what: "told" | "window" };

/** What lies ahead of an instant: of tickets, the soonest first; the next record of each kind; the end of the local day. Each a moment before it happens. */
export type Ahead = {
  readonly tickets: readonly TicketAhead[];
  readonly records: Readonly<Record<RecordKind, Date | null>>;
  readonly midnight: Date;
};

const DAY = 86_400_000;

/** Looks ahead of an instant. A ticket that came in before it is changed by time alone where a solve, a reopening or a response of it is told for later. */
export async function lookAhead(
  sql: Sql,
  { timeZone }: Pick<Scope, "timeZone">,
  asOf: Date,
  { fcr_window_days }: Settings,
): Promise<Ahead> {
  const tickets = await sql<TicketAhead>(
    `SELECT opened_at AS "openedAt", what, min(at) - interval '1 millisecond' AS at FROM (
       SELECT t.opened_at, own.what, own.at FROM app.ticket t CROSS JOIN LATERAL (VALUES
         ('told', t.first_response_at), ('told', t.opened_at + least(t.first_response_minutes, 1e9)::float8 * interval '1 minute'),
         ('told', t.solved_at), ('window', t.solved_at + $2::interval),
         ('told', t.opened_at + least(t.resolution_hours, 1e8)::float8 * interval '1 hour'), ('window', t.opened_at + least(t.resolution_hours, 1e8)::float8 * interval '1 hour' + $2::interval)
       ) AS own(what, at)
       UNION ALL SELECT t.opened_at, own.what, own.at FROM app.ticket_event e JOIN app.ticket t ON t.id = e.ticket_id
       CROSS JOIN LATERAL (VALUES ('told', e.at), ('window', e.at + $2::interval)) AS own(what, at)) AS each
     WHERE opened_at < $1::timestamptz AND at >= $1::timestamptz GROUP BY 1, 2 ORDER BY 3, 1`,
    [asOf, `${24 * fcr_window_days} hours`],
  );
  const [next] = await sql<Record<RecordKind, Date | null> & { midnight: Date }>(
    `SELECT (SELECT min(opened_at) FROM app.ticket WHERE opened_at >= $1::timestamptz) - interval '1 millisecond' AS ticket,
       (SELECT min(answered_at) FROM app.survey_response WHERE answered_at >= $1::timestamptz) - interval '1 millisecond' AS answer,
       (SELECT min(at) FROM app.usage_event WHERE at >= $1::timestamptz) - interval '1 millisecond' AS usage,
       (date_trunc('day', $1::timestamptz AT TIME ZONE $2) + interval '1 day') AT TIME ZONE $2 - interval '1 millisecond' AS midnight`,
    [asOf, timeZone],
  );
  if (next === undefined) throw new Error("PostgreSQL gave no instants");
  const { midnight, ...records } = next;
  return { tickets, records, midnight };
}

/** Until when the sums of a group over a period hold while no record changes, as they are at an instant; null for ever. */
export function holdsUntil(
  { kept }: Pick<KeptGroup, "kept">,
  { endAt }: Placed,
  { asOf, settings, ahead }: { asOf: Date; settings: Settings; ahead: Ahead },
): Date | null {
  const isOver = endAt <= asOf;
  const settledAt = endAt.getTime() + (kept.settles?.(settings) ?? 0) * DAY;
  const hasWindows = kept.settles !== undefined && (kept.isLasting === true || settledAt > asOf.getTime());
  const ticket = kept.of.includes("ticket")
    ? ahead.tickets.find(({ openedAt, what }) => openedAt < endAt && (what === "told" || hasWindows))?.at
    : undefined;
  const going = isOver ? [] : [...kept.of.map((kind) => ahead.records[kind]), ...(kept.of.includes("usage") ? [ahead.midnight] : [])];
  return [ticket ?? null, ...going].reduce<Date | null>(
    (soonest, at) => (at !== null && (soonest === null || at < soonest) ? at : soonest),
    null,
  );
}
