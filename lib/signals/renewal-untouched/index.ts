import { ago, daysText, figureOf } from "@/lib/signals/detail";
import { limitOf, type Signal } from "@/lib/signals/signal";

/**
 * A renewal is near and nobody has spoken with the customer: a contract neither renewed nor declined by then, or a subscription that renews, is due within some
 * days, without a two-way touch for some time. Strength: how much of those days has gone by.
 */
export const renewalUntouched: Signal = {
  face: {
    id: "renewal-untouched",
    name: "Renewal untouched",
    tone: "risk",
    question: "Is a renewal near that nobody has talked about?",
    meaning: "A renewal is due soon, and there was no two-way touch for some time.",
    next: { title: "Arrange a conversation about the renewal", reason: "renewal" },
    thresholds: [
      { id: "within", label: "Due within", unit: "days", default: 90, min: 7, max: 365, step: 1 },
      { id: "untouched", label: "No two-way touch for", unit: "days", default: 30, min: 1, max: 180, step: 1 },
    ],
  },
  rows: (parameters, thresholds, { timeZone }) => {
    const zone = parameters.place(timeZone, "text");
    const within = parameters.place(limitOf(thresholds, "within"), "int");
    return `
WITH term AS MATERIALIZED (
  SELECT account_id, due_on, least(renewed_on, declined_on) AS settled_on FROM app.contract WHERE account_id IN (SELECT account_id FROM grid)
  UNION ALL
  SELECT account_id, (renews_at AT TIME ZONE ${zone})::date, NULL FROM app.subscription
  WHERE renews_at IS NOT NULL AND (ended_at IS NULL OR ended_at > renews_at) AND account_id IN (SELECT account_id FROM grid)
),
due AS MATERIALIZED (
  SELECT g.account_id, g.day, g.at, min(t.due_on) - g.day AS days FROM term t JOIN grid g ON g.account_id = t.account_id
    AND t.due_on >= g.day AND t.due_on <= g.day + ${within} AND (t.settled_on IS NULL OR t.settled_on > g.day)
  GROUP BY 1, 2, 3
)
SELECT due.account_id, due.day, '' AS reason, 1 - due.days::float8 / (${within} + 1) AS strength,
  jsonb_build_object('days', due.days, 'untouched', due.day - (last.at AT TIME ZONE ${zone})::date) AS detail
FROM due, LATERAL (SELECT max(t.at) AS at FROM app.touchpoint t WHERE t.account_id = due.account_id AND t.two_way AND t.at < due.at) AS last
WHERE last.at IS NULL OR due.day - (last.at AT TIME ZONE ${zone})::date >= ${parameters.place(limitOf(thresholds, "untouched"), "int")}`;
  },
  words: (detail) => {
    const days = figureOf(detail, "days");
    const due = days === 0 ? "renews today" : `renews in ${daysText(days)}`;
    return detail.untouched === null ? `${due}, no two-way touch yet` : `${due}, last two-way touch ${ago(figureOf(detail, "untouched"))}`;
  },
};
