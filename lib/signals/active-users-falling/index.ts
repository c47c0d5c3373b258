import { figureOf } from "@/lib/signals/detail";
import { heardSql } from "@/lib/signals/heard";
import { limitOf, type Signal } from "@/lib/signals/signal";

/**
 * Fewer people use it than used to: named users of the last 28 days against the mean of those of the 28 days that ended 28, 56 and 84 days ago. Not
 * raised where too few were usual, for an account younger than 56 days, or where nobody named was seen in the whole workspace for a week (then the source
 * is silent, not the customer). A use on day u counts until u + 27, so runs of such days are opened and closed and summed. Strength: the share that is gone.
 */
export const activeUsersFalling: Signal = {
  face: {
    id: "active-users-falling",
    name: "Active users falling",
    tone: "risk",
    question: "Are fewer people using the product?",
    meaning: "The users of the last 28 days are well fewer than in the three months before.",
    next: { title: "Find the teams that stopped and offer them a session", reason: "adoption" },
    thresholds: [
      { id: "drop", label: "Falls by at least", unit: "share", default: 0.3, min: 0.05, max: 0.95, step: 0.05 },
      { id: "least", label: "Usual users, at least", unit: "count", default: 3, min: 1, max: 100, step: 1 },
    ],
  },
  lingers: 7,
  rows: (parameters, thresholds) => `
WITH seen AS (
  SELECT account_id, day, lag(day) OVER same AS before, lead(day) OVER same AS next FROM app.usage_day
  WHERE day BETWEEN (SELECT min(day) - 111 FROM grid) AND (SELECT max(day) FROM grid) AND events > 0 AND user_name <> '' AND account_id IN (SELECT account_id FROM grid)
  GROUP BY account_id, user_name, day WINDOW same AS (PARTITION BY account_id, user_name ORDER BY day)
),
step AS MATERIALIZED (
  SELECT account_id, day, 1 AS users FROM seen WHERE before IS NULL OR day - before > 28
  UNION ALL SELECT account_id, day + 28, -1 FROM seen WHERE next IS NULL OR next - day > 28
),
each AS (
  SELECT account_id, day, users, 0 AS past, false AS is_asked FROM step
  UNION ALL SELECT account_id, day + back, 0, users, false FROM step, unnest('{28,56,84}'::int[]) AS back
  UNION ALL SELECT account_id, day, 0, 0, true FROM grid
),
counted AS MATERIALIZED (
  SELECT account_id, day, is_asked, sum(users) OVER life AS active, sum(past) OVER life / 3.0 AS usual FROM each WINDOW life AS (PARTITION BY account_id ORDER BY day)
),
${heardSql()}
SELECT c.account_id, c.day, '' AS reason, (1 - c.active / c.usual)::float8 AS strength, jsonb_build_object('active', c.active, 'usual', round(c.usual, 2)) AS detail
FROM counted c JOIN grid g ON g.account_id = c.account_id AND g.day = c.day JOIN heard ON heard.day = c.day
WHERE c.is_asked AND c.day - g.started_on >= 56 AND c.usual >= ${parameters.place(limitOf(thresholds, "least"), "int")}
  AND c.active <= c.usual * (1 - ${parameters.place(limitOf(thresholds, "drop"), "float8")}) + 1e-9`,
  words: (detail) => `${figureOf(detail, "active")} active users, usually ${Math.round(figureOf(detail, "usual"))}`,
};
