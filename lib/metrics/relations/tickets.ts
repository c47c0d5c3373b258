import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, cutsSql, dimensionsAt } from "@/lib/metrics/relations/cuts";
import { ticketFactsSql } from "@/lib/tickets/facts";

/** The moment that places a ticket in a period; one that has not come to it is placed by its creation, and only counted as what is missing. */
type Moment = "opened_at" | "first_solved_at" | "last_solved_at";

/** What every relation of tickets tells; `resolved` and `reopened` are of those that came to the moment asked for, or to the full solve. */
const MEASURES = {
  tickets: "(NOT f.excluded)",
  resolved: "(NOT f.excluded AND f.ended_at IS NOT NULL)",
  reopened: "(NOT f.excluded AND f.ended_at IS NOT NULL AND f.was_reopened)",
  open: "(NOT f.excluded AND f.ended_at IS NULL AND NOT f.is_undated)",
  undated: "(NOT f.excluded AND f.is_undated)",
  excluded: "f.excluded",
  immature: "(NOT f.excluded AND f.ended_at IS NOT NULL AND NOT f.is_mature)",
};

const COLUMNS: Relation["columns"] = [
  { id: "subject", label: "Subject", unit: "text", sql: "r.subject" },
  { id: "openedOn", label: "Came in", unit: "date", sql: "r.opened_on::text" },
  { id: "solvedOn", label: "Solved", unit: "date", sql: "r.solved_on::text" },
  { id: "status", label: "Status", unit: "text", sql: "r.status" },
  { id: "reopened", label: "Reopened", unit: "text", sql: "r.was_reopened" },
  { id: "priority", label: "Priority", unit: "text", sql: "r.priority" },
  { id: "channel", label: "Channel", unit: "text", sql: "r.channel" },
];

/**
 * A ticket in the period of its moment, as of the instant of the reading. Excluded ones (spam, merged) are in no measure but `excluded`.
 * Immature: solved so lately that its window for reopening, `fcr_window_days` of 24 hours from the first solve, was not over.
 * Undated: said to be solved, but not when. Source: metrics.md §16-17.
 */
function ticketsSql(
  { moment, flags, hours }: { moment: Moment; flags: Readonly<Record<string, string>>; hours: Readonly<Record<string, string>> },
  request: RowsRequest,
  parameters: Parameters,
): string {
  const at = parameters.place(request.asOf, "timestamptz");
  const zone = parameters.place(request.scope.timeZone, "text");
  const window = `make_interval(hours => 24 * ${parameters.place(request.settings.fcr_window_days, "int")})`;
  const days = request.cuts.flatMap(({ start, end }) => [start, end]).sort();
  const midnight = (day: string | undefined) => `${parameters.place(day, "text")}::date::timestamp AT TIME ZONE ${zone}`;
  const from = moment === "opened_at" ? `t.opened_at >= ${midnight(days[0])} AND` : "";
  const reachable = `${from} t.opened_at < ${midnight(days.at(-1))}`; // a ticket is solved no sooner than it comes in; told as values, which a plan can be made for
  const measures = [
    ...Object.entries(flags).map(([name, condition]) => `${condition}::int AS ${name}`),
    ...Object.entries(hours).map(([name, value]) => `coalesce(${value}, 0) AS ${name}`),
  ];
  return `
WITH cut AS MATERIALIZED (${cutsSql(request, parameters)}),
edge AS (SELECT array_agg(DISTINCT at ORDER BY at) AS edges FROM (SELECT start_at AS at FROM cut UNION ALL SELECT end_at FROM cut) AS ends),
stretch AS MATERIALIZED (
  SELECT cut.*, part FROM cut CROSS JOIN edge CROSS JOIN generate_series(width_bucket(start_at, edges), width_bucket(end_at, edges) - 1) AS part
),
fact AS MATERIALIZED (
  SELECT account_id, external_id, opened_at, subject, status, priority, channel, agent_replies, excluded, unresolvable_at_first_level,
    first_response_at, first_response_minutes, first_solved_at, last_solved_at, next_reopened_at, was_reopened, is_undated
  FROM (${ticketFactsSql(at, reachable)}) AS known
),
placed AS (
  SELECT f.*, width_bucket(coalesce(f.${moment}, f.opened_at), edges) AS part, ${moment === "opened_at" ? "f.last_solved_at" : `f.${moment}`} AS ended_at,
    f.first_solved_at + ${window} AS window_ends_at, (f.first_solved_at + ${window} <= ${at}) IS TRUE AS is_mature,
    CASE
      WHEN f.first_response_at < ${at} THEN extract(epoch FROM f.first_response_at - f.opened_at)::float8 / 3600
      WHEN f.first_response_at IS NULL AND f.opened_at + least(f.first_response_minutes, 1e9)::float8 * interval '1 minute' < ${at} THEN f.first_response_minutes::float8 / 60
    END AS response_hours
  FROM fact f CROSS JOIN edge
),
ticket AS MATERIALIZED (
  SELECT f.account_id, f.external_id AS record, f.part, (f.opened_at AT TIME ZONE ${zone})::date AS opened_on, (f.ended_at AT TIME ZONE ${zone})::date AS solved_on,
    f.subject, f.status, f.was_reopened, f.priority, f.channel, f.agent_replies, extract(epoch FROM f.ended_at - f.opened_at)::float8 / 3600 AS resolution_hours, f.response_hours,
    ${measures.join(", ")}
  FROM placed f
)
SELECT t.*, cut.start, cut.until, cut.of_start, cut.of_end, true AS is_first, true AS is_last, ${ACCOUNT_COLUMNS}
FROM stretch cut JOIN ticket t ON t.part = cut.part
${dimensionsAt("t", "cut.of_end_at", request)}`;
}

function ticketRelation(
  id: string,
  moment: Moment,
  flags: Readonly<Record<string, string>>,
  hours: Readonly<Record<string, string>>,
  columns: Relation["columns"],
  isLasting = false,
): Relation {
  const all = { ...MEASURES, ...flags };
  return {
    id,
    thing: "ticket",
    measures: [...Object.keys(all), ...Object.keys(hours)],
    inUnit: Object.fromEntries(Object.keys(hours).map((name) => [name, "hours"])),
    dimensions: [...DIMENSIONS, "channel", "priority"],
    rows: (request, parameters) => ticketsSql({ moment, flags: all, hours }, request, parameters),
    columns: [...COLUMNS, ...columns],
    kept: { of: ["ticket"], settles: ({ fcr_window_days }) => fcr_window_days, ...(isLasting ? { isLasting } : {}) },
  };
}

const RESOLUTION: Relation["columns"] = [{ id: "hours", label: "Resolution", unit: "hours", sql: "r.resolution_hours" }];
const RESOLVED_HOURS = { hours: "CASE WHEN NOT f.excluded THEN extract(epoch FROM f.ended_at - f.opened_at)::float8 / 3600 END" };

/** Tickets in the period in which they came in, and how long the first answer took. A response before the ticket cannot be. */
export const ticketOpened = ticketRelation(
  "ticket-opened",
  "opened_at",
  {
    reopened: "(NOT f.excluded AND f.was_reopened)",
    responded: "(NOT f.excluded AND f.response_hours >= 0) IS TRUE",
    invalid: "(NOT f.excluded AND f.response_hours < 0) IS TRUE",
    unanswered: "(NOT f.excluded AND f.response_hours IS NULL)",
  },
  { first_hours: "CASE WHEN NOT f.excluded AND f.response_hours >= 0 THEN f.response_hours END" },
  [{ id: "responseHours", label: "First response", unit: "hours", sql: "r.response_hours" }],
  true, // a ticket may be solved long after the period in which it came in
);

/** Tickets in the period of their full resolution: the first solve after the last reopening. */
export const ticketSolved = ticketRelation("ticket-solved", "last_solved_at", {}, RESOLVED_HOURS, RESOLUTION);

const REPLIED = "NOT f.excluded AND f.first_solved_at IS NOT NULL AND f.agent_replies IS NOT NULL";
const DECIDED = `${REPLIED} AND f.is_mature`;
const STAYED = "f.agent_replies <= 1 AND NOT (f.was_reopened AND (f.next_reopened_at IS NULL OR f.next_reopened_at <= f.window_ends_at))";

/**
 * Tickets in the period of their first solve. At first contact: one agent reply at most, and not reopened by the end of the window, nor at a time that
 * nobody tells. Without a count of replies it is unknown; inside the window undecided.
 */
export const ticketFirstSolved = ticketRelation(
  "ticket-first-solved",
  "first_solved_at",
  {
    decided: `(${DECIDED})`,
    at_first_contact: `(${DECIDED} AND ${STAYED})`,
    undecided: `(${REPLIED} AND NOT f.is_mature)`,
    unreplied: "(NOT f.excluded AND f.first_solved_at IS NOT NULL AND f.agent_replies IS NULL)",
    unresolvable: "(NOT f.excluded AND f.first_solved_at IS NOT NULL AND f.unresolvable_at_first_level)",
    net_decided: `(${DECIDED} AND NOT f.unresolvable_at_first_level)`,
    net_at_first_contact: `(${DECIDED} AND ${STAYED} AND NOT f.unresolvable_at_first_level)`,
    net_undecided: `(${REPLIED} AND NOT f.is_mature AND NOT f.unresolvable_at_first_level)`,
    net_unreplied: "(NOT f.excluded AND f.first_solved_at IS NOT NULL AND f.agent_replies IS NULL AND NOT f.unresolvable_at_first_level)",
  },
  RESOLVED_HOURS,
  [...RESOLUTION, { id: "agentReplies", label: "Agent replies", unit: "count", sql: "r.agent_replies::int" }],
);

/** Names for the counts behind a support number. */
export const TICKET_DETAILS = {
  resolved: "resolved",
  reopened: "reopened",
  open: "open",
  excluded: "excluded",
  immature: "immature",
  unknown: "undated",
};
