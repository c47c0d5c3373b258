import { ago, figureOf } from "@/lib/signals/detail";
import { limitOf, type Signal } from "@/lib/signals/signal";

/**
 * Somebody would recommend us: an NPS answer of 9 or 10, the latest of its contact, in the last days, from a healthy account that has not referred anybody
 * yet. Strength: the score ÷ 10.
 */
export const referralReady: Signal = {
  face: {
    id: "referral-ready",
    name: "Referral ready",
    tone: "chance",
    question: "Who would gladly recommend us?",
    meaning: "A promoter of the last months, at a healthy account that has not referred anybody yet.",
    next: { title: "Ask for an introduction or a reference", reason: "referral" },
    thresholds: [{ id: "within", label: "Answered within", unit: "days", default: 90, min: 7, max: 365, step: 1 }],
  },
  rows: (parameters, thresholds, { timeZone }) => {
    const within = parameters.place(limitOf(thresholds, "within"), "int");
    return `
WITH answer AS MATERIALIZED (
  SELECT account_id, score, answered_at AS at, (answered_at AT TIME ZONE ${parameters.place(timeZone, "text")})::date AS on_day,
    CASE WHEN contact_id IS NOT NULL THEN lead(answered_at) OVER (PARTITION BY account_id, contact_id ORDER BY answered_at, id) END AS next_at
  FROM app.survey_response
  WHERE kind = 'nps' AND score IS NOT NULL AND account_id IN (SELECT account_id FROM grid)
    AND answered_at >= (SELECT min(at) FROM grid) - make_interval(days => ${within} + 1) AND answered_at < (SELECT max(at) FROM grid)
),
referred AS MATERIALIZED (SELECT account_id, min(referred_at) AS at FROM app.referral WHERE account_id IN (SELECT account_id FROM grid) GROUP BY 1)
SELECT DISTINCT ON (g.account_id, g.day) g.account_id, g.day, '' AS reason, a.score / 10.0 AS strength, jsonb_build_object('score', a.score, 'days', g.day - a.on_day) AS detail
FROM answer a JOIN grid g ON g.account_id = a.account_id AND g.day >= a.on_day AND g.day < a.on_day + ${within} AND (a.next_at IS NULL OR a.next_at >= g.at)
JOIN app.health_day h ON h.account_id = g.account_id AND h.day = g.day AND h.band = 'green'
WHERE a.score >= 9 AND NOT EXISTS (SELECT FROM referred r WHERE r.account_id = g.account_id AND r.at < g.at)
ORDER BY g.account_id, g.day, a.at DESC, a.score DESC`;
  },
  words: (detail) => `promoter (NPS ${figureOf(detail, "score")}, ${ago(figureOf(detail, "days"))}), healthy, no referral yet`,
};
