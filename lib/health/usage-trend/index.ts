import type { Measure } from "@/lib/health/measure";

/**
 * Use in the last 28 days ÷ a 28-day average of the 84 days before, by events.
 *
 *   Σ events (day − 27 .. day) ÷ (Σ events (day − 111 .. day − 28) ÷ 3)
 *
 * Missing where those 84 days hold no use, for an account younger than 56 days, or where nobody of the workspace was seen using anything for 7 days
 * (then the source is silent, not the customer). Ratio, 0 and up. Source: product.md §2.1 (PostHog's volume drop), §5b.
 */
export const usageTrend: Measure = {
  face: {
    id: "usage-trend",
    name: "Usage trend",
    unit: "ratio",
    question: "Do they use the product as much as they used to?",
    meaning: "Use in the last 28 days against a 28-day average of the 84 days before.",
    says: "use is {} of its usual",
    missing: "No use in those 84 days, an account younger than 56 days, or no use told of anybody for a week.",
    weight: 20,
    limits: { red: 0.5, green: 1 },
  },
  inputs: ({ firstDay, lastDay, among }) => `
WITH each AS (
  SELECT account_id, day, sum(events)::bigint AS events, false AS is_asked FROM app.usage_day
  WHERE day BETWEEN ${firstDay} - 111 AND ${lastDay} AND ${among("account_id")} GROUP BY 1, 2
  UNION ALL SELECT account_id, day, 0, true FROM grid
),
summed AS MATERIALIZED (
  SELECT account_id, day, is_asked,
    sum(events) OVER (PARTITION BY account_id ORDER BY day - date '2000-01-01' RANGE BETWEEN 27 PRECEDING AND CURRENT ROW)::float8 AS recent,
    sum(events) OVER (PARTITION BY account_id ORDER BY day - date '2000-01-01' RANGE BETWEEN 111 PRECEDING AND 28 PRECEDING)::float8 / 3 AS usual
  FROM each
)
SELECT s.account_id, s.day, s.recent / s.usual AS value, told.used_on AS told_on
FROM summed s JOIN grid g ON g.account_id = s.account_id AND g.day = s.day JOIN told ON told.day = s.day
WHERE s.is_asked AND s.usual > 0 AND told.used_on IS NOT NULL AND s.day - g.started_on >= 56`,
};
