import { overridesSql } from "@/lib/accounts/overrides";
import { DIMENSIONS } from "@/lib/kernel/dimension";
import { ratesSql } from "@/lib/ledger/account-period";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, cutsSql, dimensionsAt } from "@/lib/metrics/relations/cuts";

/**
 * A customer (MRR above 0) just before a period's end, with its health on the last day that was over by then: the day's own row of `health_day`, which
 * holds nothing that happened later. On the day that is not over the row as it was last made counts, for readings no earlier than that.
 *
 * The band is the one a person set, while that holds, else that of the score. Without a score, or on a day that is not kept, it is unknown.
 * `at_risk_mrr` is the MRR of those in the red band, at the rates of that instant. Source: metrics.md §21.
 */
function healthSql(request: RowsRequest, parameters: Parameters): string {
  const zone = parameters.place(request.scope.timeZone, "text");
  return `
WITH cut AS MATERIALIZED (
  SELECT c.*, CASE WHEN made.as_of <= c.end_at OR (c.end_at AT TIME ZONE ${zone})::time = '00:00' THEN (c.end_at AT TIME ZONE ${zone} - interval '1 microsecond')::date
    ELSE (c.end_at AT TIME ZONE ${zone})::date - 1 END AS day
  FROM (${cutsSql(request, parameters)}) AS c LEFT JOIN app.health_derivation made ON true
),
rate AS MATERIALIZED (${ratesSql(request.scope, parameters)}),
paying AS MATERIALIZED (
  SELECT cut.of_start, cut.of_end, cut.start, cut.until, cut.end_at, cut.of_end_at, cut.day, m.account_id, coalesce(sum(m.balance * rate.rate), 0) AS mrr,
    bool_or(rate.rate IS NULL) AS is_unpriced, array_agg(DISTINCT m.currency::text) FILTER (WHERE rate.rate IS NULL) AS missing
  FROM cut JOIN app.mrr_movement m ON m.at < cut.end_at AND cut.end_at <= m.until_at AND m.balance > 0
  LEFT JOIN rate ON rate.currency = m.currency AND rate.from_at <= cut.end_at AND cut.end_at < rate.until_at
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
),
held AS MATERIALIZED (
  SELECT ends.end_at, o.account_id, o.band FROM (SELECT DISTINCT end_at FROM cut) AS ends CROSS JOIN LATERAL (${overridesSql("ends.end_at")}) AS o
),
told AS (
  SELECT p.*, h.score, h.coverage, coalesce(o.band, h.band, 'unknown') AS band
  FROM paying p LEFT JOIN app.health_day h ON h.account_id = p.account_id AND h.day = p.day
  LEFT JOIN held o ON o.account_id = p.account_id AND o.end_at = p.end_at
)
SELECT t.account_id, NULL::text AS record, t.of_start, t.of_end, t.start, t.until, true AS is_first, true AS is_last, t.band, t.coverage, t.missing,
  CASE WHEN t.is_unpriced THEN NULL ELSE t.mrr END AS mrr, t.score AS own_score,
  1 AS customers, (t.score IS NOT NULL)::int AS scored, coalesce(t.score, 0) AS score,
  (t.band = 'green')::int AS healthy, (t.band = 'yellow')::int AS watch, (t.band = 'red')::int AS at_risk, (t.band = 'unknown')::int AS unknown, (t.band <> 'unknown')::int AS judged,
  CASE WHEN t.band = 'red' THEN t.mrr ELSE 0 END AS at_risk_mrr, (t.band = 'red' AND t.is_unpriced)::int AS unpriced_at_risk,
  ${ACCOUNT_COLUMNS}
FROM told t
${dimensionsAt("t", "t.of_end_at", request)}`;
}

/** Customers at a period's end, by their health. */
export const healthAt: Relation = {
  id: "health-at",
  thing: "account",
  measures: ["customers", "scored", "score", "healthy", "watch", "at_risk", "unknown", "judged", "at_risk_mrr", "unpriced_at_risk"],
  minor: ["at_risk_mrr"],
  inUnit: { score: "score" },
  dimensions: DIMENSIONS,
  rows: healthSql,
  columns: [
    { id: "band", label: "Band", unit: "text", sql: "r.band" },
    { id: "score", label: "Score", unit: "score", sql: "r.own_score" },
    { id: "coverage", label: "From", unit: "share", sql: "r.coverage" },
    { id: "mrr", label: "MRR", unit: "money", sql: "r.mrr::float8" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
  missing: () => "r.missing",
};

/** How many customers stand in each band, as every number of health tells it. */
export const HEALTH_DETAILS = { healthy: "healthy", watch: "watch", atRisk: "at_risk", unknown: "unknown", customers: "customers" };
