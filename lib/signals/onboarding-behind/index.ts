import { daysText, figureOf, textOf } from "@/lib/signals/detail";
import { limitOf, type Signal } from "@/lib/signals/signal";

/**
 * A customer does not get to what it bought us for. By the steps of its success plans, once written down: a step past its expected day is behind, one past its
 * latest day stuck, until it or the whole plan is reached. Without any: no first_value milestone after the days in which the workspace expects value is behind, after so many times as many days
 * stuck; only where the workspace tells of that milestone at all, and up to an age. Strength: behind ½, stuck 1.
 */
export const onboardingBehind: Signal = {
  face: {
    id: "onboarding-behind",
    name: "Onboarding behind",
    tone: "risk",
    question: "Do they get to what they bought us for?",
    meaning: "A step of the success plan, or the first value, is later than expected (behind) or than it may be (stuck).",
    next: { title: "Remove what holds the onboarding up", reason: "onboarding" },
    thresholds: [
      { id: "stuck", label: "Stuck after so many times the expected days", unit: "count", default: 2, min: 1, max: 10, step: 0.5 },
      { id: "until", label: "No longer onboarding after", unit: "days", default: 180, min: 30, max: 730, step: 1 },
    ],
  },
  rows: (parameters, thresholds, { timeZone, valueWithinDays }) => {
    const zone = parameters.place(timeZone, "text");
    const within = parameters.place(valueWithinDays, "int");
    return `
WITH reached AS MATERIALIZED (
  SELECT account_id, kind, min(at) AS at FROM app.milestone WHERE account_id IN (SELECT account_id FROM grid) GROUP BY 1, 2
),
step AS MATERIALIZED (
  SELECT p.account_id, p.created_at AS told_at, s.name, s.place, s.expected_on, s.latest_on, least(s.reached_on, (r.at AT TIME ZONE ${zone})::date, CASE p.status WHEN 'reached' THEN (p.updated_at AT TIME ZONE ${zone})::date END) AS reached_on
  FROM app.success_plan p JOIN app.plan_step s ON s.plan_id = p.id
  LEFT JOIN reached r ON r.account_id = p.account_id AND r.kind = s.kind
  WHERE p.status <> 'dropped' AND p.account_id IN (SELECT account_id FROM grid)
),
late AS (
  SELECT DISTINCT ON (g.account_id, g.day) g.account_id, g.day, s.latest_on < g.day AS is_stuck, s.name, g.day - s.expected_on AS days
  FROM step s JOIN grid g ON g.account_id = s.account_id AND s.told_at < g.at AND s.expected_on < g.day AND (s.reached_on IS NULL OR s.reached_on > g.day)
  ORDER BY g.account_id, g.day, s.latest_on < g.day DESC, s.expected_on, s.place, s.name
),
worth AS MATERIALIZED (SELECT account_id, at FROM reached WHERE kind = 'first_value'),
slow AS (
  SELECT g.account_id, g.day, g.day - g.started_on > ${within} * ${parameters.place(limitOf(thresholds, "stuck"), "float8")} AS is_stuck, '' AS name, g.day - g.started_on - ${within} AS days
  FROM grid g WHERE g.day - g.started_on > ${within} AND g.day - g.started_on <= ${parameters.place(limitOf(thresholds, "until"), "int")}
    AND g.at > (SELECT min(at) FROM app.milestone WHERE kind = 'first_value')
    AND NOT EXISTS (SELECT FROM worth w WHERE w.account_id = g.account_id AND w.at < g.at)
    AND NOT EXISTS (SELECT FROM step s WHERE s.account_id = g.account_id AND s.told_at < g.at)
)
SELECT account_id, day, CASE WHEN is_stuck THEN 'stuck' ELSE 'behind' END AS reason, CASE WHEN is_stuck THEN 1 ELSE 0.5 END AS strength,
  jsonb_build_object('step', name, 'days', days) AS detail
FROM (SELECT * FROM late UNION ALL SELECT * FROM slow) AS each`;
  },
  words: (detail, reason) => {
    const [step, days] = [textOf(detail, "step"), daysText(figureOf(detail, "days"))];
    const what = step === "" ? "first value" : `“${step}”`;
    return `onboarding ${reason}: ${what} ${days} late`;
  },
};
