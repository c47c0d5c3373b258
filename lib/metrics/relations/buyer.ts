import { DIMENSIONS } from "@/lib/kernel/dimension";
import { ratesSql } from "@/lib/ledger/account-period";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, cutsSql, dimensionsAt } from "@/lib/metrics/relations/cuts";

/**
 * An account with all it had bought one by one up to the end of the period, from its first purchase on.
 *
 * `years` lie between its first and its last purchase (365.25 days each), `repeats` are its purchases but the first, `recent_…` tell of the twelve months up to
 * the end. `worth` is what was paid, times the gross margin of the settings. Money is read at the rate of the instant of the purchase; nothing at or
 * after the instant of the reading is seen. Source: metrics.md §11.
 */
function buyersSql(request: RowsRequest, parameters: Parameters): string {
  const zone = parameters.place(request.scope.timeZone, "text");
  return `
WITH cut AS MATERIALIZED (${cutsSql(request, parameters)}),
rate AS MATERIALIZED (${ratesSql(request.scope, parameters)}),
bought AS MATERIALIZED (
  SELECT p.account_id, p.at, p.amount * rate.rate AS amount, CASE WHEN rate.rate IS NULL THEN p.currency::text END AS lacked
  FROM app.purchase p LEFT JOIN rate ON rate.currency = p.currency AND rate.from_at <= p.at AND p.at < rate.until_at
),
buyer AS (
  SELECT cut.of_start, cut.of_end, b.account_id, count(*) AS purchases, coalesce(sum(b.amount), 0) AS paid, min(b.at) AS first_at, max(b.at) AS last_at,
    array_agg(DISTINCT b.lacked) FILTER (WHERE b.lacked IS NOT NULL) AS lacking,
    count(*) FILTER (WHERE b.at >= ((cut.end_at AT TIME ZONE ${zone}) - interval '1 year') AT TIME ZONE ${zone}) AS recent
  FROM cut JOIN bought b ON b.at < cut.end_at
  GROUP BY 1, 2, 3
)
SELECT b.account_id, NULL::text AS record, b.of_start, b.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  (b.first_at AT TIME ZONE ${zone})::date::text AS first_on, (b.last_at AT TIME ZONE ${zone})::date::text AS last_on, b.lacking,
  1 AS buyers, b.purchases, b.purchases - 1 AS repeats, extract(epoch FROM b.last_at - b.first_at) / (365.25 * 86400) AS years,
  b.paid, b.paid * ${parameters.place(request.settings.gross_margin_pct, "numeric")} / 100 AS worth,
  b.recent AS recent_purchases, (b.recent > 0)::int AS recent_buyers, (b.lacking IS NOT NULL)::int AS unpriced,
  ${ACCOUNT_COLUMNS}
FROM buyer b JOIN cut USING (of_start, of_end)
${dimensionsAt("b", "cut.of_end_at", request)}`;
}

/** Accounts that have bought, and what. */
export const buyer: Relation = {
  id: "buyer",
  thing: "account",
  measures: ["buyers", "purchases", "repeats", "years", "paid", "worth", "recent_purchases", "recent_buyers", "unpriced"],
  minor: ["paid", "worth"],
  dimensions: DIMENSIONS,
  rows: buyersSql,
  columns: [
    { id: "purchases", label: "Purchases", unit: "count", sql: "r.purchases" },
    { id: "firstOn", label: "First", unit: "date", sql: "r.first_on" },
    { id: "lastOn", label: "Last", unit: "date", sql: "r.last_on" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
  money: { averagePurchase: "unpriced" },
  missing: () => "r.lacking",
};
