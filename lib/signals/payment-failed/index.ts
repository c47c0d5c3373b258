import { daysText, figureOf } from "@/lib/signals/detail";
import { limitOf, type Signal } from "@/lib/signals/signal";
import { OWED_SINCE } from "@/lib/subscriptions/owed";

/**
 * A running subscription is past due or unpaid: since its own date, else since the record came to say so. Lasts until it is paid or has ended.
 * Strength: the days it has been so ÷ 30, at most 1.
 */
export const paymentFailed: Signal = {
  face: {
    id: "payment-failed",
    name: "Payment failed",
    tone: "risk",
    question: "Is a payment open?",
    meaning: "A running subscription is past due or unpaid.",
    next: { title: "Ask for another way to pay before the service stops", reason: "payment" },
    thresholds: [{ id: "after", label: "Open for", unit: "days", default: 0, min: 0, max: 60, step: 1 }],
  },
  rows: (parameters, thresholds, { timeZone }) => `
WITH owed AS MATERIALIZED (
  SELECT account_id, ended_at, ${OWED_SINCE} AS since FROM app.subscription WHERE ${OWED_SINCE} IS NOT NULL AND account_id IN (SELECT account_id FROM grid)
),
open AS (
  SELECT g.account_id, g.day, g.day - min((o.since AT TIME ZONE ${parameters.place(timeZone, "text")})::date) AS days
  FROM owed o JOIN grid g ON g.account_id = o.account_id AND o.since < g.at AND (o.ended_at IS NULL OR o.ended_at >= g.at) GROUP BY 1, 2
)
SELECT account_id, day, '' AS reason, least(1, (days + 1) / 30.0) AS strength, jsonb_build_object('days', days) AS detail
FROM open WHERE days >= ${parameters.place(limitOf(thresholds, "after"), "int")}`,
  words: (detail) =>
    figureOf(detail, "days") === 0 ? "payment open since today" : `payment open for ${daysText(figureOf(detail, "days"))}`,
};
