import type { Band } from "@/lib/kernel/health-score";
import { figureOf, textOf } from "@/lib/signals/detail";
import { limitOf, type Signal } from "@/lib/signals/signal";

const WORDS: Record<string, string> = { green: "Healthy", yellow: "Watch", red: "At risk" } satisfies Partial<Record<Band, string>>;

/**
 * The computed band is below the best one of the last days, and the score well below its best, so that a score that stands at a band's edge does not fall every week. Only days scored by the same version are held against each other, so that a changed
 * scorecard is no fall. Ends when it is back, or when that long has gone by. Strength: ½ for one band, 1 for two.
 */
export const healthFell: Signal = {
  face: {
    id: "health-fell",
    name: "Health fell",
    tone: "risk",
    question: "Did they fall into a worse band?",
    meaning: "The band of the health score is worse than it was within the last weeks.",
    next: { title: "See what lowered the score, and act on the largest part", reason: "health" },
    thresholds: [
      { id: "lasts", label: "Stays open at most", unit: "days", default: 30, min: 7, max: 180, step: 1 },
      { id: "points", label: "By at least so many points", unit: "count", default: 10, min: 0, max: 60, step: 1 },
    ],
  },
  lingers: 7,
  rows: (parameters, thresholds) => {
    const lasts = parameters.place(limitOf(thresholds, "lasts"), "int");
    const recent = `(PARTITION BY account_id, version ORDER BY day RANGE BETWEEN make_interval(days => ${lasts}) PRECEDING AND CURRENT ROW)`;
    return `
WITH ranked AS (
  SELECT account_id, day, version, score, array_position('{red,yellow,green}'::text[], band) AS rank FROM app.health_day
  WHERE day BETWEEN (SELECT min(day) FROM grid) - ${lasts} AND (SELECT max(day) FROM grid) AND band <> 'unknown' AND account_id IN (SELECT account_id FROM grid)
),
compared AS MATERIALIZED (
  SELECT account_id, day, score, rank, max(rank) OVER recent AS best, max(score) OVER recent AS top FROM ranked WINDOW recent AS ${recent}
)
SELECT g.account_id, g.day, '' AS reason, (c.best - c.rank) / 2.0 AS strength,
  jsonb_build_object('from', ('{red,yellow,green}'::text[])[c.best], 'to', ('{red,yellow,green}'::text[])[c.rank], 'score', c.score) AS detail
FROM compared c JOIN grid g ON g.account_id = c.account_id AND g.day = c.day WHERE c.best > c.rank AND c.top - c.score >= ${parameters.place(limitOf(thresholds, "points"), "float8")}`;
  },
  words: (detail) =>
    `health fell from ${WORDS[textOf(detail, "from")]} to ${WORDS[textOf(detail, "to")]} (${Math.floor(figureOf(detail, "score"))})`,
};
