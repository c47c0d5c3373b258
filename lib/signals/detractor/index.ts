import { ago, figureOf } from "@/lib/signals/detail";
import { limitOf, type Signal } from "@/lib/signals/signal";

/**
 * Somebody is unhappy: an NPS answer of 6 or less, or a CSAT answer at or below the limit (on a scale of five; a solved ticket's satisfaction is one). Lasts
 * for some days from the answer, or until the same contact answers anew. One reason for each of the two. Strength: how far the score lies below the best.
 */
export const detractor: Signal = {
  face: {
    id: "detractor",
    name: "Detractor or low CSAT",
    tone: "risk",
    question: "Has somebody told us that they are unhappy?",
    meaning: "An NPS answer of 6 or less, or a low CSAT answer, in the last weeks.",
    next: { title: "Call back and listen", reason: "sentiment" },
    thresholds: [
      { id: "csat", label: "CSAT at most, of 5", unit: "count", default: 2, min: 1, max: 4, step: 1 },
      { id: "lasts", label: "Stays open", unit: "days", default: 30, min: 1, max: 180, step: 1 },
    ],
  },
  rows: (parameters, thresholds, { timeZone }) => {
    const lasts = parameters.place(limitOf(thresholds, "lasts"), "int");
    return `
WITH answer AS (
  SELECT account_id, kind, score, scale, answered_at AS at,
    CASE WHEN contact_id IS NOT NULL THEN lead(answered_at) OVER (PARTITION BY account_id, kind, contact_id ORDER BY answered_at, id) END AS next_at
  FROM app.survey_response WHERE kind IN ('nps', 'csat') AND score IS NOT NULL AND account_id IN (SELECT account_id FROM grid)
  UNION ALL
  SELECT account_id, 'csat', satisfaction, 5, solved_at, NULL FROM app.ticket
  WHERE satisfaction IS NOT NULL AND solved_at IS NOT NULL AND NOT excluded AND account_id IN (SELECT account_id FROM grid)
),
bad AS MATERIALIZED (
  SELECT *, (at AT TIME ZONE ${parameters.place(timeZone, "text")})::date AS on_day FROM answer
  WHERE at >= (SELECT min(at) FROM grid) - make_interval(days => ${lasts} + 1) AND at < (SELECT max(at) FROM grid)
    AND CASE kind WHEN 'nps' THEN score <= 6 ELSE score * 5 <= ${parameters.place(limitOf(thresholds, "csat"), "int")} * scale END
)
SELECT DISTINCT ON (g.account_id, g.day, b.kind) g.account_id, g.day, b.kind AS reason, 1 - b.score::float8 / b.scale AS strength,
  jsonb_build_object('score', b.score, 'scale', b.scale, 'days', g.day - b.on_day) AS detail
FROM bad b JOIN grid g ON g.account_id = b.account_id AND g.day >= b.on_day AND g.day < b.on_day + ${lasts} AND (b.next_at IS NULL OR b.next_at >= g.at)
ORDER BY g.account_id, g.day, b.kind, b.at DESC, b.score`;
  },
  words: (detail, reason) =>
    `${reason === "nps" ? "NPS" : "CSAT"} ${figureOf(detail, "score")} of ${figureOf(detail, "scale")}, ${ago(figureOf(detail, "days"))}`,
};
