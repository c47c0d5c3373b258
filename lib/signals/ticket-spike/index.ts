import { poissonRate } from "@/lib/kernel/poisson";
import { figureOf } from "@/lib/signals/detail";
import { limitOf, type Signal } from "@/lib/signals/signal";

/** Above so many tickets a week a spike is judged as if there were just so many. */
const MOST = 200;

/**
 * More tickets in the last 7 days than the account's own rate lets expect. Usual is λ = 7 × (tickets of the 84 days before + ½) ÷ those days; raised where
 * at least so many tickets came and P(X ≥ tickets | λ) lies below the chance. An account younger than 35 days has no usual. Strength: 1 − λ ÷ tickets.
 */
export const ticketSpike: Signal = {
  face: {
    id: "ticket-spike",
    name: "Ticket spike",
    tone: "risk",
    question: "Did something break for them this week?",
    meaning: "More tickets in 7 days than this account's own rate of the 84 days before lets expect.",
    next: { title: "Ask what went wrong, and look at the open tickets together", reason: "support" },
    thresholds: [
      { id: "chance", label: "Rarer than", unit: "chance", default: 0.01, min: 0.0001, max: 0.2, step: 0.0001 },
      { id: "least", label: "At least so many tickets", unit: "count", default: 3, min: 1, max: 100, step: 1 },
    ],
  },
  rows: (parameters, thresholds, { timeZone }) => {
    const rates = Array.from({ length: MOST }, (_, place) => poissonRate(place + 1, limitOf(thresholds, "chance")));
    return `
WITH each AS (
  SELECT account_id, (opened_at AT TIME ZONE ${parameters.place(timeZone, "text")})::date AS day, 1 AS tickets, false AS is_asked FROM app.ticket
  WHERE opened_at >= (SELECT min(at) FROM grid) - interval '93 days' AND opened_at < (SELECT max(at) FROM grid) AND NOT excluded
    AND account_id IN (SELECT account_id FROM grid)
  UNION ALL SELECT account_id, day, 0, true FROM grid
),
summed AS MATERIALIZED (
  SELECT account_id, day, is_asked,
    sum(tickets) OVER (PARTITION BY account_id ORDER BY day - date '2000-01-01' RANGE BETWEEN 6 PRECEDING AND CURRENT ROW) AS recent,
    coalesce(sum(tickets) OVER (PARTITION BY account_id ORDER BY day - date '2000-01-01' RANGE BETWEEN 90 PRECEDING AND 7 PRECEDING), 0) AS before
  FROM each
),
rated AS (
  SELECT s.account_id, s.day, s.recent, s.before * 7.0 / days AS usual, (s.before + 0.5) * 7.0 / days AS expected
  FROM summed s JOIN grid g ON g.account_id = s.account_id AND g.day = s.day, LATERAL (SELECT least(84, s.day - g.started_on - 6) AS days) AS known
  WHERE s.is_asked AND s.recent >= ${parameters.place(limitOf(thresholds, "least"), "int")} AND s.day - g.started_on >= 35
)
SELECT account_id, day, '' AS reason, 1 - expected / recent AS strength, jsonb_build_object('recent', recent, 'usual', round(usual, 2)) AS detail
FROM rated WHERE expected < (${parameters.place(rates, "float8[]")})[least(recent, ${MOST})]`;
  },
  words: (detail) => {
    const [recent, usual] = [figureOf(detail, "recent"), Math.round(figureOf(detail, "usual"))];
    return `${recent} ${recent === 1 ? "ticket" : "tickets"} this week, usually ${usual === 0 ? "none" : usual}`;
  },
};
