import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, dimensionsAt } from "@/lib/metrics/relations/cuts";
import { usedSql, usedTotalsSql } from "@/lib/metrics/relations/usage";

const MEASURES = ["users", "active_days", "possible_days", "active_weekdays", "possible_weekdays", "span_days"] as const;

/**
 * A person in a period in which they did anything: a user name within an account, so that one name in two accounts is two persons. users: 1.
 * active_days: local days on which they did. possible_days: the days of the period that have begun by the instant of the reading, so that Σ active ÷
 * Σ possible is the mean of daily actives over all of them ÷ distinct actives. A row of no account carries the period's length (span_days) where nobody was active.
 * Use that names nobody is left out. Source: metrics.md §20.
 */
function activitySql(request: RowsRequest, parameters: Parameters): string {
  if (request.isDivided === false) return totalSql(request, parameters);
  return `
WITH ${usedSql(request, parameters, ["user_name"])},
person AS (
  SELECT n, account_id, user_name, days, weekdays FROM used WHERE user_name <> ''
  UNION ALL SELECT n, NULL, NULL, NULL, NULL FROM cut
)
SELECT p.account_id, p.user_name AS record, cut.of_start, cut.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  (p.user_name IS NOT NULL)::int AS users, coalesce(p.days, 0) AS active_days, coalesce(p.weekdays, 0) AS active_weekdays,
  CASE WHEN p.user_name IS NULL THEN 0 ELSE cut.length END AS possible_days, CASE WHEN p.user_name IS NULL THEN 0 ELSE cut.work_length END AS possible_weekdays,
  CASE WHEN p.user_name IS NULL THEN cut.length ELSE 0 END AS span_days,
  ${ACCOUNT_COLUMNS}
FROM person p JOIN cut USING (n)
${dimensionsAt("p", "cut.of_end_at", request)}`;
}

// What the rows come to, where nothing tells them apart.
function totalSql(request: RowsRequest, parameters: Parameters): string {
  return `
WITH ${usedTotalsSql(request, parameters, "user_name")}
SELECT NULL::uuid AS account_id, NULL::text AS record, cut.of_start, cut.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  coalesce(t.things, 0) AS users, coalesce(t.days, 0) AS active_days, coalesce(t.weekdays, 0) AS active_weekdays,
  coalesce(t.things, 0) * cut.length AS possible_days, coalesce(t.things, 0) * cut.work_length AS possible_weekdays, cut.length AS span_days
FROM cut LEFT JOIN total t USING (n)`;
}

/** Who used the product: what active users and stickiness are made of. */
export const userActivity: Relation = {
  id: "user-activity",
  thing: "user",
  measures: MEASURES,
  dimensions: DIMENSIONS,
  rows: activitySql,
  columns: [
    { id: "activeDays", label: "Days active", unit: "count", sql: "r.active_days::float8" },
    { id: "days", label: "Days", unit: "count", sql: "r.possible_days::float8" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
  kept: { of: ["usage"] },
};

/** Names for the counts behind a number of activity: mean daily actives, distinct actives, and the days of the period that have begun. */
export const ACTIVITY_DETAILS = {
  averageDaily: "coalesce(active_days::numeric * users / nullif(possible_days, 0), 0)",
  monthly: "users",
  days: "coalesce(possible_days / nullif(users, 0), nullif(span_days, 0))",
  activeDays: "active_days",
  activeWeekdays: "active_weekdays",
  possibleWeekdays: "possible_weekdays",
};
