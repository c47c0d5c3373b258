import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, dimensionsAt } from "@/lib/metrics/relations/cuts";
import { PERSONS } from "@/lib/metrics/relations/product-users";
import { usedSql } from "@/lib/metrics/relations/usage";

/**
 * An account and a feature in a period. The features are those anyone in the workspace had used before the period's end, and those that users are
 * entitled to. eligible_active: users of the account who did anything in the period and are entitled to the feature; a user is entitled to all where
 * no record of theirs names features. adopters: of these, who used it `min_uses` times or more. eligible: eligible active users, and those entitled who
 * had signed up before the end and were not deleted before it. Source: metrics.md §15.
 */
function adoptionSql(request: RowsRequest, parameters: Parameters): string {
  const least = parameters.place(request.settings.min_uses, "int");
  return `
WITH ${usedSql(request, parameters, ["feature", "user_name"])},
record AS MATERIALIZED (${PERSONS}),
active AS (
  SELECT u.n, u.account_id, r.entitlements, (r.external_id IS NULL OR r.signed_up_at >= cut.end_at OR r.deleted_at < cut.end_at) IS TRUE AS is_other
  FROM (SELECT DISTINCT n, account_id, user_name FROM used WHERE user_name <> '') AS u
  JOIN cut USING (n) LEFT JOIN record r ON r.account_id = u.account_id AND r.external_id = u.user_name
),
party AS MATERIALIZED (
  SELECT n, account_id, entitlements, sum(eligible) AS eligible, sum(eligible_active) AS eligible_active FROM (
    SELECT n, account_id, entitlements, 1 AS eligible, 0 AS eligible_active FROM record JOIN cut
      ON (signed_up_at IS NULL OR signed_up_at < cut.end_at) AND (deleted_at IS NULL OR deleted_at >= cut.end_at)
    UNION ALL SELECT n, account_id, entitlements, is_other::int, 1 FROM active) AS person GROUP BY n, account_id, entitlements
),
named AS MATERIALIZED (
  SELECT n, account_id, feature, eligible, eligible_active FROM party CROSS JOIN LATERAL (SELECT DISTINCT unnest(entitlements) AS feature) AS one
),
adopted AS (
  SELECT u.n, u.account_id, u.feature, count(*) AS adopters
  FROM used u LEFT JOIN record r ON r.account_id = u.account_id AND r.external_id = u.user_name
  WHERE u.user_name <> '' AND u.events >= ${least} AND (r.entitlements IS NULL OR u.feature = ANY(r.entitlements)) GROUP BY u.n, u.account_id, u.feature
),
feature AS (
  SELECT cut.n, seen.feature FROM cut JOIN (
    SELECT feature, min(first_at) AS first_at FROM app.usage_month WHERE feature <> '' GROUP BY feature) AS seen ON seen.first_at < cut.end_at
  UNION SELECT n, feature FROM named
),
pair AS (
  SELECT n, account_id, feature, sum(eligible) AS eligible, sum(eligible_active) AS eligible_active FROM (
    SELECT n, account_id, feature, eligible, eligible_active FROM party JOIN feature USING (n) WHERE entitlements IS NULL
    UNION ALL SELECT n, account_id, feature, eligible, eligible_active FROM named) AS part GROUP BY n, account_id, feature
)
SELECT p.account_id, p.feature AS record, cut.of_start, cut.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  (p.eligible_active > 0)::int AS used, p.eligible, p.eligible_active, coalesce(adopted.adopters, 0) AS adopters, p.feature, ${ACCOUNT_COLUMNS}
FROM pair p JOIN cut USING (n) LEFT JOIN adopted USING (n, account_id, feature)
${dimensionsAt("p", "cut.of_end_at", request)}`;
}

/** Who of those who could uses what: what feature adoption is made of. */
export const featureAdoption: Relation = {
  id: "feature-adoption",
  thing: "feature",
  measures: ["used", "eligible", "eligible_active", "adopters"],
  dimensions: [...DIMENSIONS, "feature"],
  rows: adoptionSql,
  columns: [
    { id: "feature", label: "Feature", unit: "text", sql: "r.feature" },
    { id: "eligible", label: "Entitled users", unit: "count", sql: "r.eligible::float8" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
};
