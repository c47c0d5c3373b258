import type { Measure } from "@/lib/health/measure";

/**
 * Seats of the subscriptions that run at the end of the day ÷ seats of those that ran 90 days before.
 *
 * Missing where subscriptions name no seats on either day, and so for an account in its first 90 days. Ratio, above 0. Source: product.md §5b.
 */
export const seatGrowth: Measure = {
  face: {
    id: "seat-growth",
    name: "Seat growth",
    unit: "ratio",
    question: "Do they add people, or take them away?",
    meaning: "Seats paid for now against 90 days ago.",
    says: "seats are {} of those 90 days ago",
    missing: "No seats known now or 90 days ago.",
    weight: 5,
    limits: { red: 0.8, green: 1.1 },
  },
  inputs: ({ zone, firstDay, lastDay, among }) => `
WITH sub AS MATERIALIZED (
  SELECT account_id, seats, (started_at AT TIME ZONE ${zone})::date AS started_on, (ended_at AT TIME ZONE ${zone})::date AS ended_on
  FROM app.subscription WHERE seats > 0 AND ${among("account_id")}
),
change AS (
  SELECT account_id, started_on AS day, seats, 0::bigint AS before FROM sub
  UNION ALL SELECT account_id, ended_on, -seats, 0 FROM sub WHERE ended_on IS NOT NULL
  UNION ALL SELECT account_id, started_on + 90, 0, seats FROM sub
  UNION ALL SELECT account_id, ended_on + 90, 0, -seats FROM sub WHERE ended_on IS NOT NULL
),
step AS ( -- what changed before the first day is one
  SELECT account_id, greatest(day, ${firstDay}) AS day, sum(seats)::bigint AS seats, sum(before)::bigint AS before, false AS is_asked FROM change
  WHERE day <= ${lastDay} GROUP BY 1, 2
  UNION ALL SELECT account_id, day, 0, 0, true FROM grid
),
running AS (
  SELECT account_id, day, is_asked, sum(seats) OVER life AS seats, sum(before) OVER life AS before FROM step WINDOW life AS (PARTITION BY account_id ORDER BY day)
)
SELECT account_id, day, seats::float8 / before::float8 AS value, day AS told_on FROM running WHERE is_asked AND seats > 0 AND before > 0`,
};
