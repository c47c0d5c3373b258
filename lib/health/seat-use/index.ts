import type { Measure } from "@/lib/health/measure";

/**
 * Users with a name who did anything in the last 28 days ÷ seats.
 *
 *   |users (day − 27 .. day)| ÷ Σ seats of the subscriptions that run at the end of the day
 *
 * Where those name no seats, the account's own count. Missing without seats, for an account younger than 14 days or one whose use names nobody, and where
 * no named user of the workspace was seen for 7 days (then the source is silent). An account that is silent by itself is 0. Share, 0 and up: more users
 * than seats is more than 1. A user counts from the first use until 28 days after the last one of a run, so that the days are one running sum.
 * Source: product.md §5b; metrics.md §14-15.
 */
export const seatUse: Measure = {
  face: {
    id: "seat-use",
    name: "Seats in use",
    unit: "share",
    question: "Do the people they pay for come?",
    meaning: "Users seen in the last 28 days, as a share of the seats.",
    says: "{} of the seats are in use",
    missing: "No seats known, an account younger than 14 days, use that names nobody, or no named user seen anywhere for a week.",
    weight: 15,
    limits: { red: 0.2, green: 0.7, younger: [{ days: 60, red: 0.05, green: 0.4 }] },
  },
  inputs: ({ zone, firstDay, lastDay, among }) => `
WITH seen AS (
  SELECT account_id, user_name <> '' AS is_named, day, lag(day) OVER same AS before, lead(day) OVER same AS next FROM app.usage_day
  WHERE day BETWEEN ${firstDay} - 27 AND ${lastDay} AND events > 0 AND ${among("account_id")}
  GROUP BY account_id, user_name, day WINDOW same AS (PARTITION BY account_id, user_name ORDER BY day)
),
run AS MATERIALIZED (SELECT account_id, is_named, day, before, next FROM seen WHERE before IS NULL OR next IS NULL OR day - before > 28 OR next - day > 28),
paid AS (
  SELECT account_id, (started_at AT TIME ZONE ${zone})::date AS day, seats FROM app.subscription WHERE seats > 0 AND ${among("account_id")}
  UNION ALL SELECT account_id, (ended_at AT TIME ZONE ${zone})::date, -seats FROM app.subscription WHERE seats > 0 AND ended_at IS NOT NULL AND ${among("account_id")}
),
step AS (
  SELECT account_id, day, is_named::int AS named, (NOT is_named)::int AS nobody, 0::bigint AS seats, false AS is_asked FROM run WHERE before IS NULL OR day - before > 28
  UNION ALL SELECT account_id, day + 28, -is_named::int, -(NOT is_named)::int, 0, false FROM run WHERE next IS NULL OR next - day > 28
  UNION ALL SELECT account_id, greatest(day, ${firstDay}), 0, 0, sum(seats)::bigint, false FROM paid WHERE day <= ${lastDay} GROUP BY 1, 2 -- what changed before the first day is one
  UNION ALL SELECT account_id, day, 0, 0, 0, true FROM grid
),
running AS MATERIALIZED (
  SELECT account_id, day, is_asked, sum(named) OVER life AS named, sum(nobody) OVER life AS nobody, sum(seats) OVER life AS seats
  FROM step WINDOW life AS (PARTITION BY account_id ORDER BY day)
)
SELECT r.account_id, r.day, r.named::float8 / coalesce(nullif(r.seats, 0), nullif(a.seats, 0))::float8 AS value, told.named_on AS told_on
FROM running r JOIN grid g ON g.account_id = r.account_id AND g.day = r.day JOIN told ON told.day = r.day JOIN app.account a ON a.id = r.account_id
WHERE r.is_asked AND told.named_on IS NOT NULL AND r.day - g.started_on >= 14 AND (r.named > 0 OR r.nobody = 0)`,
};
