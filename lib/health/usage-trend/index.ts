import type { Measure } from "@/lib/health/measure";

/**
 * Use in the last 28 days ÷ what was usual in 28 days: in the 84 days before, or as many of them as the account has had and the workspace knows use of.
 *
 *   Σ events (day − 27 .. day) ÷ (Σ events (since .. day − 28) × 28 ÷ days (since .. day − 28))
 *   since = the latest of day − 111, the account's first day, and the first day on which anybody of the workspace was seen using anything
 *
 * Missing where those days are fewer than 28 or hold no use, or where nobody of the workspace was seen using anything for 7 days (then the source is
 * silent, not the customer). Ratio, 0 and up. Source: product.md §2.1 (PostHog's volume drop), §5b.
 */
export const usageTrend: Measure = {
  face: {
    id: "usage-trend",
    name: "Usage trend",
    unit: "ratio",
    question: "Do they use the product as much as they used to?",
    meaning: "Use in the last 28 days against a 28-day average of the 84 days before, or of as many of them as are known.",
    says: "use is {} of its usual",
    missing: "Fewer than 28 days before those 28, no use in them, or no use told of anybody for a week.",
    weight: 20,
    limits: { red: 0.5, green: 1 },
  },
  inputs: ({ firstDay, lastDay, among }) => `
WITH began AS MATERIALIZED (SELECT account_id, min(started_on) AS started_on FROM grid GROUP BY 1),
first AS MATERIALIZED (SELECT min(day) AS used_on FROM app.usage_day WHERE events > 0), -- where an earlier one comes in, told.used_on of its day changes, too
each AS (
  SELECT account_id, day, used.events, false AS is_asked FROM (
    SELECT account_id, day, sum(events)::bigint AS events FROM app.usage_day
    WHERE day BETWEEN ${firstDay} - 111 AND ${lastDay} AND ${among("account_id")} GROUP BY 1, 2
  ) AS used JOIN began USING (account_id) WHERE day >= began.started_on
  UNION ALL SELECT account_id, day, 0, true FROM grid
),
summed AS MATERIALIZED (
  SELECT account_id, day, is_asked,
    sum(events) OVER (PARTITION BY account_id ORDER BY day - date '2000-01-01' RANGE BETWEEN 27 PRECEDING AND CURRENT ROW)::float8 AS recent,
    sum(events) OVER (PARTITION BY account_id ORDER BY day - date '2000-01-01' RANGE BETWEEN 111 PRECEDING AND 28 PRECEDING)::float8 AS before
  FROM each
)
SELECT s.account_id, s.day, s.recent / (s.before * 28 / least(84, known.days)) AS value, told.used_on AS told_on
FROM summed s JOIN grid g ON g.account_id = s.account_id AND g.day = s.day JOIN told ON told.day = s.day CROSS JOIN first
CROSS JOIN LATERAL (SELECT s.day - 27 - greatest(g.started_on, first.used_on) AS days) AS known
WHERE s.is_asked AND s.before > 0 AND told.used_on IS NOT NULL AND known.days >= 28`,
};
