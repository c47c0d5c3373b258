import { DIMENSIONS } from "@/lib/kernel/dimension";
import { ratesSql } from "@/lib/ledger/account-period";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, cutsSql, dimensionsAt } from "@/lib/metrics/relations/cuts";

/** What is spent on customers there are. */
const RETENTION = ["success", "support", "onboarding", "training", "loyalty", "retention"];

/** What is spent on those there are not yet. */
const ACQUISITION = ["acquisition", "sales", "marketing"];

/**
 * A cost of retention in the period its month begins in, or a customer that was there just before the period began and just before it ended, whatever
 * happened in between.
 *
 * A cost counts where its category is one of retention; one of acquisition does not, nor does a cost without a category or with another word, which
 * is in `unknown`. Money is read at the rate of the month's first instant. A month that has not begun at the instant of the reading is not seen.
 * Source: metrics.md §19.
 */
function retentionCostSql(request: RowsRequest, parameters: Parameters): string {
  const zone = parameters.place(request.scope.timeZone, "text");
  return `
WITH cut AS MATERIALIZED (${cutsSql(request, parameters)}),
rate AS MATERIALIZED (${ratesSql(request.scope, parameters)}),
spent AS (
  SELECT cut.of_start, cut.of_end, c.*, c.month::timestamp AT TIME ZONE ${zone} AS at,
    coalesce(c.category = ANY(${parameters.place(RETENTION, "text[]")}), false) AS is_retention,
    c.category IS NULL OR c.category <> ALL(${parameters.place([...RETENTION, ...ACQUISITION], "text[]")}) AS is_unknown
  FROM cut JOIN app.cost c ON c.month >= cut.start AND c.month < cut.until AND c.month::timestamp AT TIME ZONE ${zone} < cut.end_at
),
kept AS (
  SELECT DISTINCT cut.of_start, cut.of_end, m.account_id
  FROM cut JOIN app.mrr_movement m ON m.at < cut.start_at AND cut.start_at <= m.until_at AND m.balance > 0
  WHERE EXISTS (
    SELECT FROM app.mrr_movement later
    WHERE later.account_id = m.account_id AND later.at < cut.end_at AND cut.end_at <= later.until_at AND later.balance > 0
  )
),
both_sides AS (
  SELECT s.of_start, s.of_end, s.account_id, s.external_id AS record, s.month::text AS month, s.category, s.currency::text AS currency, 0 AS retained,
    CASE WHEN s.is_retention THEN coalesce(s.amount * rate.rate, 0) ELSE 0 END AS cost, s.is_retention::int AS costs,
    (s.is_retention AND rate.rate IS NULL)::int AS unpriced, s.is_unknown::int AS unknown
  FROM spent s LEFT JOIN rate ON rate.currency = s.currency AND rate.from_at <= s.at AND s.at < rate.until_at
  UNION ALL
  SELECT of_start, of_end, account_id, NULL, NULL, NULL, NULL, 1, 0, 0, 0, 0 FROM kept
)
SELECT b.account_id, b.record, b.of_start, b.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  b.month, b.category, b.currency, b.cost, b.retained, b.costs, b.unpriced, b.unknown,
  ${ACCOUNT_COLUMNS}
FROM both_sides b JOIN cut USING (of_start, of_end)
${dimensionsAt("b", "cut.of_end_at", request)}`;
}

/** Costs of retention, and the customers they retained. */
export const retentionCost: Relation = {
  id: "retention-cost",
  thing: "cost or account",
  measures: ["cost", "retained", "costs", "unpriced", "unknown"],
  minor: ["cost"],
  dimensions: [...DIMENSIONS, "category"],
  rows: retentionCostSql,
  columns: [
    { id: "row", label: "Row", unit: "text", sql: "CASE WHEN r.costs = 1 THEN 'cost' ELSE 'retained customer' END" },
    { id: "category", label: "Category", unit: "text", sql: "r.category" },
    { id: "month", label: "Month", unit: "date", sql: "r.month" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
  money: { cost: "unpriced" },
  missing: () => "ARRAY[r.currency]",
};
