import type { Day } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import { type ActivityRequest, activitySql } from "@/lib/metrics/activity";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** How many came, stayed, came back and stayed away in a stretch of days; `dormant` counts up. `partial`: it is not over, and more may still come. */
export type Stage = { start: Day; end: Day; new: number; returning: number; resurrecting: number; dormant: number; partial: boolean };

/**
 * The lifecycle of use, of accounts or of persons. new: their first use ever is in the bucket. returning: active in it and in the one before.
 * resurrecting: active in it, not in the one before, and at some time before that. dormant: active in the one before, and not in it. So new +
 * returning + resurrecting are the bucket's actives, and the next bucket's returning + dormant are the same. The first bucket is only what the second
 * is held against, and is not returned; one that has not begun is not either. Counts; empty where nothing is asked. Source: metrics.md §20; PostHog, lifecycle; vector ACT-02.
 */
export async function readLifecycle(sql: Sql, scope: Scope, request: ActivityRequest): Promise<Stage[]> {
  const parameters = new Parameters();
  return sql<Stage>(
    `WITH ${activitySql(scope, request, parameters)},
     judged AS (
       SELECT a.n, CASE WHEN f.at >= b.start_at THEN 'new' WHEN p.entity IS NOT NULL THEN 'returning' ELSE 'resurrecting' END AS stage
       FROM active a JOIN bucket b ON b.n = a.n JOIN first f ON f.entity = a.entity LEFT JOIN active p ON p.n = a.n - 1 AND p.entity = a.entity
       UNION ALL
       SELECT p.n + 1, 'dormant' FROM active p LEFT JOIN active a ON a.n = p.n + 1 AND a.entity = p.entity WHERE a.entity IS NULL
     )
     SELECT b.start::text AS start, b.until::text AS end, ${["new", "returning", "resurrecting", "dormant"]
       .map((stage) => `(count(*) FILTER (WHERE j.stage = '${stage}'))::int AS ${stage}`)
       .join(", ")}, NOT b.is_over AS partial
     FROM bucket b LEFT JOIN judged j ON j.n = b.n WHERE b.n > 1 AND b.start_at < ${parameters.place(request.asOf, "timestamptz")}
     GROUP BY b.n, b.start, b.until, b.is_over ORDER BY b.n`,
    parameters.values,
  );
}
