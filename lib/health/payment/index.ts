import type { Measure } from "@/lib/health/measure";
import { OWED_SINCE } from "@/lib/subscriptions/owed";

/**
 * For how many days an account has owed: of the subscriptions that run at the end of the day, the longest since one was past due or unpaid.
 *
 *   max over those (day − the earlier of past_due_since and unpaid_from, else the day on which its record came to say that it is one of both)
 *
 * 0 where none is. Missing where no subscription runs, and where one that names no date was not yet told of while none owed for certain.
 * Days; less is better. Source: product.md §5b; metrics.md §1 (past due).
 */
export const payment: Measure = {
  face: {
    id: "payment",
    name: "Payment",
    unit: "days",
    question: "Do they pay?",
    meaning: "For how many days a running subscription has been past due; 0 where none is.",
    says: "payment is {} overdue",
    missing: "No subscription is running, or one that is past due names no date, until the day it was told of.",
    weight: 5,
    limits: { red: 30, green: 0 },
  },
  inputs: ({ zone, among }) => `
SELECT g.account_id, g.day, CASE WHEN bool_or(s.due_at < g.at) OR NOT bool_or(s.is_undated)
    THEN max(CASE WHEN s.due_at < g.at THEN g.day - s.due_on ELSE 0 END)::float8 END AS value, g.day AS told_on
FROM (
  SELECT account_id, started_at, coalesce(ended_at, 'infinity') AS ended_at, due_at, (due_at AT TIME ZONE ${zone})::date AS due_on,
    due_at IS NOT NULL AND coalesce(past_due_since, unpaid_from) IS NULL AS is_undated
  FROM app.subscription CROSS JOIN LATERAL (SELECT ${OWED_SINCE} AS due_at) AS owed WHERE ${among("account_id")}
) AS s JOIN grid g ON g.account_id = s.account_id AND s.started_at < g.at AND s.ended_at >= g.at
GROUP BY g.account_id, g.day`,
};
