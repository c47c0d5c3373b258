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
    missing: "No use in those 84 days, an account younger than 56 days, or no use told of anybody for a week.",
    weight: 20,
    limits: { red: 0.4, green: 1 },
  },
  inputs: () => `
WITH used AS (
  SELECT account_id, day, sum(events)::float8 AS events FROM app.usage_day
  WHERE day BETWEEN (SELECT min(day) - 111 FROM grid) AND (SELECT max(day) FROM grid) AND account_id IN (SELECT account_id FROM grid) GROUP BY 1, 2
),
told AS MATERIALIZED (
  SELECT days.day, (SELECT max(u.day) FROM app.usage_day u WHERE u.day <= days.day AND u.day > days.day - 7 AND u.events > 0) AS told_on
  FROM (SELECT DISTINCT day FROM grid) AS days
),
summed AS MATERIALIZED (
  SELECT account_id, day, bool_or(is_asked) OVER same AS is_asked, row_number() OVER same AS place,
    sum(events) OVER (PARTITION BY account_id ORDER BY day RANGE BETWEEN '27 days' PRECEDING AND CURRENT ROW) AS recent,
    sum(events) OVER (PARTITION BY account_id ORDER BY day RANGE BETWEEN '111 days' PRECEDING AND '28 days' PRECEDING) / 3 AS usual
  FROM (SELECT account_id, day, events, false AS is_asked FROM used UNION ALL SELECT account_id, day, 0, true FROM grid) AS each
  WINDOW same AS (PARTITION BY account_id, day)
)
SELECT s.account_id, s.day, s.recent / s.usual AS value, told.told_on
FROM summed s JOIN grid g ON g.account_id = s.account_id AND g.day = s.day JOIN told ON told.day = s.day
WHERE s.is_asked AND s.place = 1 AND s.usual > 0 AND told.told_on IS NOT NULL AND s.day - g.started_on >= 56`,
};
