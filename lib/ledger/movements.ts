import type { Parameters } from "@/lib/ledger/parameters";
import type { LedgerRules } from "@/lib/ledger/rules";

/**
 * The ledger of some accounts, as a SELECT over their records that yields the columns of `mrr_movement`.
 *
 * MRR of a subscription at an instant = amount × quantity × f(interval) ÷ interval count while it is paid, else 0; f: day 365/12, week 52/12,
 * month 1, quarter 1/3, year 1/12. Percent discounts in force multiply, fixed ones (per billing interval, once a subscription) are then
 * subtracted, and the result is never below 0. Paid is half-open, from the start (or the trial's end) to the first of: the end, the day it
 * counts as unpaid, the end of the past-due grace, the cancellation where churn is recognised there; pauses are cut out. Metered and one-off
 * prices, and states without MRR that carry no date, never count.
 *
 * An account's balance per currency is the sum of its subscriptions; a row stands at every instant at which it changes by a millionth of a
 * minor unit or more (10000/12 and twice 5000/12 differ by 1e-16 in numeric, and are the same price). Dates in the future are in it already.
 *
 * Unit: minor units of the row's currency a month, exact. Source: metrics.md §1-2; vectors MRR-N, MRR-S, MOV.
 */
export function movementsSql(accounts: readonly string[] | null, rules: LedgerRules, parameters: Parameters): string {
  const zone = parameters.place(rules.timeZone, "text");
  return `
WITH sub AS (${paidSubscriptionsSql(accounts, rules, parameters)}),
point AS (
  SELECT sub.*, p.at FROM sub CROSS JOIN LATERAL (
    SELECT sub.from_at AS at
    UNION SELECT sub.until_at WHERE sub.until_at < 'infinity'
    UNION SELECT p.edge FROM app.pause CROSS JOIN LATERAL (VALUES (pause.from_at), (pause.until_at)) AS p(edge)
      WHERE pause.subscription_id = sub.id AND p.edge > sub.from_at AND p.edge < sub.until_at
    UNION SELECT d.edge FROM app.discount CROSS JOIN LATERAL (VALUES (discount.starts_at), (discount.ends_at)) AS d(edge)
      WHERE discount.subscription_id = sub.id AND d.edge > sub.from_at AND d.edge < sub.until_at
  ) AS p
),
level AS (
  SELECT point.account_id, point.currency, point.id, point.at,
    CASE
      WHEN point.at >= point.until_at THEN 0
      WHEN EXISTS (SELECT FROM app.pause WHERE pause.subscription_id = point.id AND pause.from_at <= point.at AND (pause.until_at IS NULL OR point.at < pause.until_at)) THEN 0
      ELSE greatest(0, point.price * coalesce(cut.factor, 1) - coalesce(cut.fixed, 0)) * point.numerator / point.denominator
    END AS mrr
  FROM point LEFT JOIN LATERAL (
    SELECT app.product((100 - least(100, discount.value)) / 100) FILTER (WHERE discount.type = 'percent') AS factor,
      sum(discount.value) FILTER (WHERE discount.type = 'fixed') AS fixed
    FROM app.discount
    WHERE discount.subscription_id = point.id AND ${discountCounts(rules)}
      AND (discount.starts_at IS NULL OR discount.starts_at <= point.at) AND (discount.ends_at IS NULL OR point.at < discount.ends_at)
  ) AS cut ON true
),
change AS (
  SELECT account_id, currency, at, sum(mrr - before) AS delta
  FROM (SELECT level.*, lag(mrr, 1, 0::numeric) OVER (PARTITION BY id ORDER BY at) AS before FROM level) AS step
  GROUP BY account_id, currency, at
),
running AS (
  SELECT account_id, currency, at, sum(delta) OVER (PARTITION BY account_id, currency ORDER BY at) AS sum FROM change
),
balance AS (
  SELECT account_id, currency, at, CASE WHEN round(sum, 6) = 0 THEN 0 ELSE sum END AS balance,
    CASE WHEN round(sum, 6) = 0 THEN 0 ELSE sum END - lag(CASE WHEN round(sum, 6) = 0 THEN 0 ELSE sum END, 1, 0::numeric) OVER later AS step
  FROM running WINDOW later AS (PARTITION BY account_id, currency ORDER BY at)
),
kept AS (SELECT account_id, currency, at, balance FROM balance WHERE round(step, 6) <> 0)
SELECT app.tenant() AS workspace_id, account_id, currency, at, (at AT TIME ZONE ${zone})::date AS day,
  trim_scale(balance - lag(balance, 1, 0::numeric) OVER later) AS delta, trim_scale(balance) AS balance,
  lead(at, 1, 'infinity'::timestamptz) OVER later AS until_at
FROM kept WINDOW later AS (PARTITION BY account_id, currency ORDER BY at)`;
}

/** f(interval) ÷ interval count as a fraction, so that a month's price is made by a single division. */
export const MONTHLY = {
  numerator: "CASE interval WHEN 'day' THEN 365 WHEN 'week' THEN 52 WHEN 'none' THEN 0 ELSE 1 END::numeric",
  denominator: "CASE interval WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END * interval_count",
};

function paidSubscriptionsSql(accounts: readonly string[] | null, rules: LedgerRules, parameters: Parameters): string {
  const zone = parameters.place(rules.timeZone, "text");
  const grace = parameters.place(rules.past_due_grace_days, "int");
  const atRequest = parameters.place(rules.churn_recognition === "at_cancel_request", "boolean");
  return `
  SELECT * FROM (
    SELECT id, account_id, currency, amount::numeric * quantity AS price, ${MONTHLY.numerator} AS numerator, ${MONTHLY.denominator} AS denominator,
      greatest(started_at, trial_ends_at) AS from_at,
      coalesce(least(ended_at, unpaid_from,
        CASE WHEN ${grace} IS NOT NULL THEN (past_due_since AT TIME ZONE ${zone} + make_interval(days => ${grace})) AT TIME ZONE ${zone} END,
        CASE WHEN ${atRequest} THEN canceled_at END), 'infinity') AS until_at
    FROM app.subscription
    WHERE interval <> 'none' AND lower(usage_type) IS DISTINCT FROM 'metered' AND amount > 0 AND quantity > 0
      AND NOT (status = 'trialing' AND trial_ends_at IS NULL)
      AND NOT (status = 'unpaid' AND unpaid_from IS NULL)
      AND NOT (status = 'paused' AND NOT EXISTS (SELECT FROM app.pause WHERE pause.subscription_id = subscription.id))
      ${accounts === null ? "" : `AND account_id = ANY(${parameters.place(accounts, "uuid[]")})`}
  ) AS paid WHERE from_at < until_at`;
}

function discountCounts({ discount_policy }: LedgerRules): string {
  return discount_policy === "forever_only" ? "discount.duration = 'forever'" : "discount.duration <> 'once'";
}
