import type { Measure } from "@/lib/health/measure";

/**
 * Tickets of the last 28 days against the account's own usual.
 *
 *   (tickets (day − 27 .. day) + 1) ÷ (tickets (day − 195 .. day − 28) ÷ 168 × 28 + 1)
 *
 * The 1 keeps an account that has hardly any from looking ill for one. A younger account's usual is of the days it has had. Excluded tickets (spam, merged)
 * do not count. Missing for an account younger than 56 days, and where the workspace told of no ticket for 90 days. Ratio, above 0; less is better.
 * Source: product.md §5b (volume against the account's own rate).
 */
export const supportLoad: Measure = {
  face: {
    id: "support-load",
    name: "Support load",
    unit: "ratio",
    question: "Do they need more help than they used to?",
    meaning: "Tickets in the last 28 days against the account's own usual in 28 days, each with one added.",
    says: "tickets are {} times their usual",
    missing: "An account younger than 56 days, or no ticket told of anybody for 90 days.",
    weight: 5,
    limits: { red: 3, green: 0.75 },
  },
  inputs: ({ zone, firstAt, lastAt, among }) => `
WITH each AS (
  SELECT account_id, (opened_at AT TIME ZONE ${zone})::date AS day, 1 AS tickets, false AS is_asked FROM app.ticket
  WHERE opened_at >= ${firstAt} - interval '198 days' AND opened_at < ${lastAt} AND NOT excluded
    AND ${among("account_id")}
  UNION ALL SELECT account_id, day, 0, true FROM grid
),
summed AS MATERIALIZED (
  SELECT account_id, day, is_asked,
    sum(tickets) OVER (PARTITION BY account_id ORDER BY day - date '2000-01-01' RANGE BETWEEN 27 PRECEDING AND CURRENT ROW) AS recent,
    sum(tickets) OVER (PARTITION BY account_id ORDER BY day - date '2000-01-01' RANGE BETWEEN 195 PRECEDING AND 28 PRECEDING) AS before
  FROM each
)
SELECT s.account_id, s.day, (s.recent + 1)::float8 / (coalesce(s.before, 0)::float8 * 28 / least(168, s.day - g.started_on - 27) + 1) AS value, told.ticket_on AS told_on
FROM summed s JOIN grid g ON g.account_id = s.account_id AND g.day = s.day JOIN told ON told.day = s.day
WHERE s.is_asked AND told.ticket_on IS NOT NULL AND s.day - g.started_on >= 56`,
};
