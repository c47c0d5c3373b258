import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, dimensionsAt } from "@/lib/metrics/relations/cuts";
import { usedSql, usedTotalsSql } from "@/lib/metrics/relations/usage";

/** A feature an account used in a period, and how much: the counts of all its rows of use, whether they name a user or not. Source: metrics.md §22. */
function featureUseSql(request: RowsRequest, parameters: Parameters): string {
  if (request.isDivided === false) return totalSql(request, parameters);
  return `
WITH ${usedSql(request, parameters, ["feature"])}
SELECT u.account_id, u.feature AS record, cut.of_start, cut.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  1 AS used, u.events, u.feature, ${ACCOUNT_COLUMNS}
FROM used u JOIN cut USING (n)
${dimensionsAt("u", "cut.of_end_at", request)}`;
}

// What the rows come to, where nothing tells them apart.
function totalSql(request: RowsRequest, parameters: Parameters): string {
  return `
WITH ${usedTotalsSql(request, parameters, "feature")}
SELECT NULL::uuid AS account_id, NULL::text AS record, cut.of_start, cut.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  t.things AS used, t.events
FROM total t JOIN cut USING (n)`;
}

/** What was used: what usage events are made of. */
export const featureUse: Relation = {
  id: "feature-use",
  thing: "feature",
  measures: ["used", "events"],
  dimensions: [...DIMENSIONS, "feature"],
  rows: featureUseSql,
  columns: [
    { id: "feature", label: "Feature", unit: "text", sql: "r.feature" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
  kept: { of: ["usage"] },
};
