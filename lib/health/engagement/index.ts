import type { Measure } from "@/lib/health/measure";

/**
 * Days since the customer and we last spoke: the last call, mail or meeting in which both had a part.
 *
 * Where there was none, days since the account began, or since anybody of the workspace first told of a touch, whichever is later; missing while that
 * is less than 30. Missing, too, where the workspace told of no touch for 90 days (then nobody writes them down). Days; less is better.
 * Source: product.md §5b (no meaningful two-way touch in 30 or 60 days); metrics.md §21.
 */
export const engagement: Measure = {
  face: {
    id: "engagement",
    name: "Engagement",
    unit: "days",
    question: "Do we talk with each other?",
    meaning: "Days since the last call, mail or meeting in which both sides had a part.",
    says: "{} since we last spoke",
    missing: "No touch told of anybody for 90 days, or none with an account known for less than 30.",
    weight: 5,
    limits: { red: 60, green: 14 },
  },
  inputs: ({ zone, lastAt, among }) => `
WITH each AS (
  SELECT account_id, (at AT TIME ZONE ${zone})::date AS touched_on, false AS is_asked, (at AT TIME ZONE ${zone})::date AS day
  FROM app.touchpoint WHERE two_way AND at < ${lastAt} AND ${among("account_id")}
  UNION ALL SELECT account_id, NULL, true, day FROM grid
),
running AS MATERIALIZED (SELECT account_id, day, is_asked, max(touched_on) OVER (PARTITION BY account_id ORDER BY day) AS touched_on FROM each),
since AS (
  SELECT r.account_id, r.day, r.touched_on, told.touched_on AS told_on, r.day - coalesce(r.touched_on, greatest(g.started_on, told.first_touched_on)) AS days
  FROM running r JOIN grid g ON g.account_id = r.account_id AND g.day = r.day JOIN told ON told.day = r.day
  WHERE r.is_asked AND told.touched_on IS NOT NULL
)
SELECT account_id, day, days::float8 AS value, told_on FROM since WHERE touched_on IS NOT NULL OR days >= 30`,
};
