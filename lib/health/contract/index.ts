import type { Measure } from "@/lib/health/measure";

/** So long after its due day a contract that nobody decided is still being talked about; then it is a thing of the past. */
const GRACE_DAYS = 30;
/** What renews by itself, without a day on which anybody has to say yes. */
const BY_ITSELF = 365;

/**
 * Days until what is agreed runs out. Of these, the first that holds at the end of the day:
 *
 * - every running subscription was cancelled by then, or a contract was declined that is not yet 30 days over: 0
 * - a contract whose term has begun is not yet decided: due_on − day (below 0 while it is overdue, up to 30 days)
 * - the last contract was renewed: its due_on + the renewed term − day
 * - a running subscription sold for a year or longer says when it renews: the next renews_at − day, its term taken off or added until it is the next
 * - a subscription runs, and so renews by itself: 365
 *
 * Missing where there is nothing of these. A contract is not seen before its term begins (due_on − term_months), a decision not before its day.
 * Days; more is better. Source: product.md §5b; metrics.md §7.
 */
export const contract: Measure = {
  face: {
    id: "contract",
    name: "Contract",
    unit: "days",
    question: "How long is it agreed that they stay?",
    meaning: "Days until the contract or yearly subscription runs out; 0 when cancelled, 365 when it renews by itself.",
    says: "what is agreed lasts {}",
    missing: "No contract, and no subscription is running.",
    weight: 5,
    limits: { red: 0, green: 180 },
  },
  inputs: ({ zone, among }) => `
WITH paper AS MATERIALIZED (
  SELECT account_id, due_on, (due_on - make_interval(months => term_months::int))::date AS begins_on, renewed_on, declined_on,
    (due_on + make_interval(months => coalesce(renewed_term_months, term_months)::int))::date AS renewed_until
  FROM app.contract WHERE ${among("account_id")}
),
sub AS MATERIALIZED (
  SELECT account_id, started_at, coalesce(ended_at, 'infinity') AS ended_at, coalesce(canceled_at, 'infinity') AS canceled_at, (renews_at AT TIME ZONE ${zone})::date AS renews_on,
    interval_count::int * CASE interval WHEN 'year' THEN 12 WHEN 'quarter' THEN 3 WHEN 'month' THEN 1 ELSE 0 END AS months
  FROM app.subscription WHERE ${among("account_id")}
),
fact AS (
  SELECT g.account_id, g.day, 1 AS running, (s.canceled_at >= g.at)::int AS kept, NULL::int AS declined, NULL::int AS undecided, NULL::int AS renewed,
    CASE WHEN s.months >= 12 AND s.renews_on IS NOT NULL THEN (s.renews_on - make_interval(months => s.months * floor((
      12 * (extract(year FROM s.renews_on) - extract(year FROM g.day + 1)) + extract(month FROM s.renews_on) - extract(month FROM g.day + 1)
      - (extract(day FROM s.renews_on) < extract(day FROM g.day + 1))::int) / s.months)::int))::date - g.day END AS renews
  FROM sub s JOIN grid g ON g.account_id = s.account_id AND s.started_at < g.at AND s.ended_at >= g.at
  UNION ALL
  SELECT g.account_id, g.day, 0, 0, CASE WHEN NOT is_renewed AND is_declined AND g.day <= p.due_on + ${GRACE_DAYS} THEN 0 END,
    CASE WHEN NOT is_renewed AND NOT is_declined AND g.day <= p.due_on + ${GRACE_DAYS} THEN p.due_on - g.day END,
    CASE WHEN is_renewed AND g.day <= p.renewed_until + ${GRACE_DAYS} THEN p.renewed_until - g.day END, NULL
  FROM paper p JOIN grid g ON g.account_id = p.account_id AND p.begins_on <= g.day
  CROSS JOIN LATERAL (SELECT (p.renewed_on <= g.day) IS TRUE AS is_renewed, (p.declined_on <= g.day) IS TRUE AS is_declined) AS decision
)
SELECT account_id, day, CASE WHEN sum(running) > 0 AND sum(kept) = 0 THEN 0
  ELSE coalesce(min(declined), min(undecided), max(renewed), min(renews), CASE WHEN sum(running) > 0 THEN ${BY_ITSELF} END) END::float8 AS value, day AS told_on
FROM fact GROUP BY account_id, day`,
};
