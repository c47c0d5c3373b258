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
active AS MATERIALIZED (
  SELECT u.n, u.account_id, u.user_name, record.entitlements
  FROM (SELECT DISTINCT n, account_id, user_name FROM used WHERE user_name <> '') AS u
  LEFT JOIN record ON record.account_id = u.account_id AND record.external_id = u.user_name
),
known AS (
  SELECT account_id, external_id AS user_name, n, entitlements FROM record JOIN cut
    ON (signed_up_at IS NULL OR signed_up_at < cut.end_at) AND (deleted_at IS NULL OR deleted_at >= cut.end_at)
  UNION SELECT account_id, user_name, n, entitlements FROM active
),
open AS (
  SELECT n, account_id, sum(eligible) AS eligible, sum(eligible_active) AS eligible_active FROM (
    SELECT n, account_id, 1 AS eligible, 0 AS eligible_active FROM known WHERE entitlements IS NULL
    UNION ALL SELECT n, account_id, 0, 1 FROM active WHERE entitlements IS NULL) AS person GROUP BY n, account_id
),
named AS (
  SELECT n, account_id, feature, sum(eligible) AS eligible, sum(eligible_active) AS eligible_active FROM (
    SELECT n, account_id, user_name, feature, 1 AS eligible, 0 AS eligible_active FROM known CROSS JOIN LATERAL unnest(entitlements) AS feature
    UNION SELECT n, account_id, user_name, feature, 0, 1 FROM active CROSS JOIN LATERAL unnest(entitlements) AS feature) AS person GROUP BY n, account_id, feature
),
adopted AS (
  SELECT u.n, u.account_id, u.feature, count(*) AS adopters FROM used u JOIN active a USING (n, account_id, user_name)
  WHERE u.events >= ${least} AND (a.entitlements IS NULL OR u.feature = ANY(a.entitlements)) GROUP BY u.n, u.account_id, u.feature
),
feature AS (
  SELECT cut.n, seen.feature FROM cut JOIN (
    SELECT feature, min(first_at) AS first_at FROM app.usage_month WHERE feature <> '' GROUP BY feature) AS seen ON seen.first_at < cut.end_at
  UNION SELECT n, feature FROM named
),
pair AS (
  SELECT n, account_id, feature, sum(eligible) AS eligible, sum(eligible_active) AS eligible_active FROM (
    SELECT n, account_id, feature, eligible, eligible_active FROM open JOIN feature USING (n)
    UNION ALL SELECT n, account_id, feature, eligible, eligible_active FROM named) AS part GROUP BY n, account_id, feature
)
SELECT p.account_id, p.feature AS record, cut.of_start, cut.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  (p.eligible_active > 0)::int AS used, p.eligible, p.eligible_active, coalesce(adopted.adopters, 0) AS adopters, p.feature, ${ACCOUNT_COLUMNS}
FROM pair p JOIN cut USING (n) LEFT JOIN adopted USING (n, account_id, feature)
${dimensionsAt("p", "cut.of_end_at")}`;
}

/** Who of those who could uses what: what feature adoption is made of. */
export const featureAdoption: Relation = {
  id: "feature-adoption",
  thing: "feature",
  measures: ["used", "eligible", "eligible_active", "adopters"],
  minor: [],
  dimensions: [...DIMENSIONS, "feature"],
  rows: adoptionSql,
  ends: { first: [], last: [] },
  columns: [
    { id: "feature", label: "Feature", unit: "text", sql: "r.feature" },
    { id: "eligible", label: "Entitled users", unit: "count", sql: "r.eligible::float8" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
  money: {},
  missing: () => "ARRAY[]::text[]",
  rolledUp: false,
};
