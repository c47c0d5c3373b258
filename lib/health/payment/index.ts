import type { Measure } from "@/lib/health/measure";

/**
 * For how many days an account has owed: of the subscriptions that run at the end of the day, the longest since one was past due or unpaid.
 *
 *   max over those (day − the earlier of past_due_since and unpaid_from)
 *
 * 0 where none is. Missing where no subscription runs. Days; less is better. Source: product.md §5b; metrics.md §1 (past due).
 */
export const payment: Measure = {
  face: {
    id: "payment",
    name: "Payment",
    unit: "days",
    question: "Do they pay?",
    meaning: "For how many days a running subscription has been past due; 0 where none is.",
    says: "payment is {} overdue",
    missing: "No subscription is running.",
    weight: 5,
    limits: { red: 30, green: 0 },
  },
  inputs: ({ zone, among }) => `
SELECT g.account_id, g.day, max(CASE WHEN s.due_at < g.at THEN g.day - s.due_on ELSE 0 END)::float8 AS value, g.day AS told_on
FROM (
  SELECT account_id, started_at, coalesce(ended_at, 'infinity') AS ended_at, least(past_due_since, unpaid_from) AS due_at,
    (least(past_due_since, unpaid_from) AT TIME ZONE ${zone})::date AS due_on
  FROM app.subscription WHERE ${among("account_id")}
) AS s JOIN grid g ON g.account_id = s.account_id AND s.started_at < g.at AND s.ended_at >= g.at
GROUP BY g.account_id, g.day`,
};
