import type { Band } from "@/lib/kernel/health-score";
import { figureOf, textOf } from "@/lib/signals/detail";
import { heldSql, lookBack } from "@/lib/signals/held";
import { limitOf, type Signal } from "@/lib/signals/signal";

const WORDS: Record<string, string> = { green: "Healthy", yellow: "Watch", red: "At risk" } satisfies Partial<Record<Band, string>>;

/**
 * The computed band is below the best one of the last weeks, and the score well below its best, on every one of the last days: a score at a band's edge crosses
 * it every week, and one late answer comes back. Only days scored by the same version are held against each other, so that a changed scorecard is no fall.
 * Ends when it is back, or when that long has gone by. Strength: ½ for one band, 1 for two.
 */
export const healthFell: Signal = {
  face: {
    id: "health-fell",
    name: "Health fell",
    tone: "risk",
    question: "Did they fall into a worse band?",
    meaning: "The band of the health score is worse than it was within the last weeks, and has been for some days.",
    next: { title: "See what lowered the score, and act on the largest part", reason: "health" },
    thresholds: [
      { id: "lasts", label: "Against the best of the last", unit: "days", default: 30, min: 7, max: 180, step: 1 },
      { id: "points", label: "By at least so many points", unit: "count", default: 15, min: 0, max: 60, step: 1 },
      { id: "held", label: "For at least", unit: "days", default: 14, min: 1, max: 60, step: 1 },
    ],
  },
  rows: (parameters, thresholds) => {
    const lasts = parameters.place(limitOf(thresholds, "lasts"), "int");
    const held = parameters.place(limitOf(thresholds, "held"), "int");
    const points = parameters.place(limitOf(thresholds, "points"), "float8");
    return `
WITH low AS MATERIALIZED (
  SELECT DISTINCT g.account_id FROM grid g JOIN app.health_day h ON h.account_id = g.account_id AND h.day = g.day WHERE h.band IN ('yellow', 'red')
),
ranked AS (
  SELECT account_id, day, version, score, array_position('{red,yellow,green}'::text[], band) AS rank FROM app.health_day
  WHERE day BETWEEN (SELECT min(day) FROM grid) - ${lasts} - ${lookBack(held)} AND (SELECT max(day) FROM grid) AND band <> 'unknown' AND account_id IN (SELECT account_id FROM low)
),
compared AS MATERIALIZED (
  SELECT account_id, day, score, rank, max(rank) OVER recent AS best, max(score) OVER recent AS top FROM ranked
  WINDOW recent AS (PARTITION BY account_id, version ORDER BY day RANGE BETWEEN make_interval(days => ${lasts}) PRECEDING AND CURRENT ROW)
),
told AS MATERIALIZED (SELECT account_id, day, score, rank, best, ${heldSql(`best > rank AND top - score >= ${points}`, held)} AS is_held FROM compared)
SELECT g.account_id, g.day, '' AS reason, (t.best - t.rank) / 2.0 AS strength,
  jsonb_build_object('from', ('{red,yellow,green}'::text[])[t.best], 'to', ('{red,yellow,green}'::text[])[t.rank], 'score', t.score) AS detail
FROM told t JOIN grid g ON g.account_id = t.account_id AND g.day = t.day WHERE t.is_held`;
  },
  words: (detail) =>
    `health fell from ${WORDS[textOf(detail, "from")]} to ${WORDS[textOf(detail, "to")]} (${Math.floor(figureOf(detail, "score"))})`,
};
