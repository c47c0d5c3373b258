import type { Measure } from "@/lib/health/measure";

/**
 * How much of the product an account uses.
 *
 *   |features it used (day − 27 .. day)| ÷ |features anybody of the workspace used (day − 89 .. day)|
 *
 * Missing for an account younger than 14 days, and where nobody of the workspace was seen using anything for 7 days (then the source is silent). An account
 * that uses nothing is 0. Limits are gentler in the first 90 days, while a customer learns. Share, 0 to 1. Source: product.md §5b; metrics.md §15.
 */
export const featureBreadth: Measure = {
  face: {
    id: "feature-breadth",
    name: "Breadth of features",
    unit: "share",
    question: "How much of the product do they use?",
    meaning: "Features used in the last 28 days, as a share of those anybody used in 90 days.",
    says: "{} of the features are in use",
    missing: "An account younger than 14 days, or no use told of anybody for a week.",
    weight: 10,
    limits: { red: 0.15, green: 0.6, younger: [{ days: 90, red: 0.05, green: 0.35 }] },
  },
  inputs: ({ firstDay, lastDay, among }) => `
WITH seen AS (
  SELECT account_id, day, lag(day) OVER same AS before, lead(day) OVER same AS next FROM app.usage_day
  WHERE day BETWEEN ${firstDay} - 27 AND ${lastDay} AND events > 0 AND ${among("account_id")}
  GROUP BY account_id, feature, day WINDOW same AS (PARTITION BY account_id, feature ORDER BY day)
),
run AS MATERIALIZED (SELECT account_id, day, before, next FROM seen WHERE before IS NULL OR next IS NULL OR day - before > 28 OR next - day > 28),
step AS (
  SELECT account_id, day, 1 AS features, false AS is_asked FROM run WHERE before IS NULL OR day - before > 28
  UNION ALL SELECT account_id, day + 28, -1, false FROM run WHERE next IS NULL OR next - day > 28
  UNION ALL SELECT account_id, day, 0, true FROM grid
),
running AS MATERIALIZED (SELECT account_id, day, is_asked, sum(features) OVER (PARTITION BY account_id ORDER BY day) AS features FROM step)
SELECT r.account_id, r.day, r.features::float8 / told.features AS value, told.used_on AS told_on
FROM running r JOIN grid g ON g.account_id = r.account_id AND g.day = r.day JOIN told ON told.day = r.day
WHERE r.is_asked AND told.used_on IS NOT NULL AND r.day - g.started_on >= 14`,
};
