import type { Measure } from "@/lib/health/measure";

/**
 * How the customer success manager feels about the account: the newest pulse, 1 (lost) to 5 (sure).
 *
 * Missing without one, and once the newest is 90 days old: a feeling goes stale. Source: product.md §5b (a pulse that is older than a quarter is none).
 */
export const pulse: Measure = {
  face: {
    id: "pulse",
    name: "Pulse",
    unit: "score",
    question: "How does their CSM feel about them?",
    meaning: "The newest pulse, from 1 (lost) to 5 (sure).",
    missing: "No pulse in the last 90 days.",
    weight: 5,
    limits: { red: 1, green: 5 },
  },
  inputs: ({ zone, among }) => `
SELECT g.account_id, g.day, p.rating::float8 AS value, p.felt_on AS told_on
FROM (
  SELECT account_id, rating, at, lead(at, 1, 'infinity'::timestamptz) OVER (PARTITION BY account_id ORDER BY at, id) AS until_at, (at AT TIME ZONE ${zone})::date AS felt_on
  FROM app.pulse WHERE ${among("account_id")}
) AS p JOIN grid g ON g.account_id = p.account_id AND p.at < g.at AND g.at <= p.until_at AND g.day - p.felt_on < 90`,
};
