import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, cutsSql, dimensionsAt } from "@/lib/metrics/relations/cuts";

/**
 * An account that was a customer (had MRR above 0) at any time in the period, or that referred somebody in it, with its referrals.
 *
 * A referral of oneself, whose `referredAccount` is one of the account's own external ids or its name (case and edges aside), is no referral. An account that
 * was no customer in the period does not count, and its referrals are `by_others`. Converted: referrals, whenever made, that became customers in the
 * period, by the day the record tells. A service that ended at the period's first instant was over by then, and its customer is none of the period. Source: metrics.md §19.
 */
function referringSql(request: RowsRequest, parameters: Parameters): string {
  return `
WITH cut AS MATERIALIZED (${cutsSql(request, parameters)}),
active AS (
  SELECT DISTINCT cut.of_start, cut.of_end, m.account_id
  FROM cut JOIN app.mrr_movement m ON m.at < cut.end_at AND m.until_at > cut.start_at AND m.balance > 0
),
told AS (
  SELECT r.account_id, r.referred_at, r.converted_at, lower(btrim(r.referred_account)) IN (
    SELECT lower(own.name) FROM (
      SELECT a.external_id AS name FROM app.account a WHERE a.id = r.account_id
      UNION ALL SELECT btrim(a.name) FROM app.account a WHERE a.id = r.account_id
      UNION ALL SELECT alias.external_id FROM app.account_alias alias WHERE alias.account_id = r.account_id
    ) AS own
  ) IS TRUE AS is_own
  FROM app.referral r
),
referred AS (
  SELECT cut.of_start, cut.of_end, told.account_id,
    count(*) FILTER (WHERE told.referred_at >= cut.start_at AND NOT told.is_own)::int AS referrals,
    count(*) FILTER (WHERE told.referred_at >= cut.start_at AND told.is_own)::int AS of_self,
    count(*) FILTER (WHERE told.converted_at >= cut.start_at AND told.converted_at < cut.end_at AND NOT told.is_own)::int AS converted
  FROM cut JOIN told ON told.referred_at < cut.end_at AND (told.referred_at >= cut.start_at OR told.converted_at >= cut.start_at AND told.converted_at < cut.end_at)
  GROUP BY 1, 2, 3
),
both_sides AS (
  SELECT of_start, of_end, account_id, (active.account_id IS NOT NULL)::int AS active,
    coalesce(referrals, 0) AS referrals, coalesce(of_self, 0) AS of_self, coalesce(converted, 0) AS converted
  FROM active FULL JOIN referred USING (of_start, of_end, account_id)
)
SELECT b.account_id, NULL::text AS record, b.of_start, b.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  b.active, (b.active = 1 AND b.referrals > 0)::int AS referring, b.referrals * b.active AS referrals, b.referrals * (1 - b.active) AS by_others,
  b.of_self, b.converted,
  ${ACCOUNT_COLUMNS}
FROM both_sides b JOIN cut USING (of_start, of_end)
${dimensionsAt("b", "cut.of_end_at", request)}`;
}

/** Customers of a period and whom they referred. */
export const referring: Relation = {
  id: "referring",
  thing: "account",
  measures: ["active", "referring", "referrals", "by_others", "of_self", "converted"],
  dimensions: DIMENSIONS,
  rows: referringSql,
  columns: [
    { id: "referrals", label: "Referrals", unit: "count", sql: "r.referrals" },
    { id: "converted", label: "Became customers", unit: "count", sql: "r.converted" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
};
