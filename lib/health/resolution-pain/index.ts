import type { Measure } from "@/lib/health/measure";
import { ticketSpansSql } from "@/lib/tickets/spans";

/**
 * Tickets that hurt at the end of the day: open for more than 7 days, or reopened in the last 28; an escalated one counts as two.
 *
 * A ticket counts once, whichever of both it is. One that names no day of its reopenings was reopened by the day it was solved. Escalations carry no
 * day: they count from when the ticket came in. Excluded tickets, and those said to be solved but not when, do not count. 0 where none hurts; missing where
 * the workspace told of no ticket for 90 days. Count; less is better. Source: product.md §5b; metrics.md §16.
 */
export const resolutionPain: Measure = {
  face: {
    id: "resolution-pain",
    name: "Resolution pain",
    unit: "count",
    question: "Do we leave them with what hurts?",
    meaning: "Tickets open for more than a week or reopened in the last 28 days; escalated ones count as two.",
    says: "tickets that hurt: {}",
    missing: "No ticket told of anybody for 90 days.",
    weight: 10,
    limits: { red: 3, green: 0 },
  },
  inputs: ({ zone, firstAt, lastAt, among }) => `
WITH life AS MATERIALIZED (${ticketSpansSql(`${among("t.account_id")} AND NOT t.excluded AND t.opened_at < ${lastAt}`, `${firstAt} - interval '28 days'`)}),
hurt AS (
  SELECT account_id, ticket_id, weight, unnest(range_agg(span)) AS span FROM (
    SELECT account_id, ticket_id, 1 + escalated::int AS weight, tstzrange(greatest(opened_at + interval '7 days', from_at), greatest(opened_at + interval '7 days', until_at)) AS span
    FROM life WHERE is_open
    UNION ALL SELECT account_id, ticket_id, 1 + escalated::int, tstzrange(from_at, from_at + interval '28 days') FROM life WHERE NOT is_open
  ) AS each GROUP BY 1, 2, 3
),
step AS (
  SELECT account_id, (lower(span) AT TIME ZONE ${zone})::date AS day, weight, false AS is_asked FROM hurt
  UNION ALL SELECT account_id, (upper(span) AT TIME ZONE ${zone})::date, -weight, false FROM hurt WHERE upper(span) < 'infinity'
  UNION ALL SELECT account_id, day, 0, true FROM grid
),
running AS MATERIALIZED (SELECT account_id, day, is_asked, sum(weight) OVER (PARTITION BY account_id ORDER BY day) AS weight FROM step)
SELECT r.account_id, r.day, r.weight::float8 AS value, told.ticket_on AS told_on
FROM running r JOIN told ON told.day = r.day WHERE r.is_asked AND told.ticket_on IS NOT NULL`,
};
