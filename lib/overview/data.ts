import { type HealthSummary, readHealthSummary } from "@/lib/health/data";
import { type Overview, readOverview } from "@/lib/metrics/data";
import type { OverviewRequest } from "@/lib/metrics/schema";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** `health` is that of the last day made, whatever the period; null where none is. */
export type WholeOverview = Overview & { health: HealthSummary | null };

const MOVED_WITHIN = 30;

/** Everything the overview shows, in one moment. */
export async function readWholeOverview(
  sql: Sql,
  scope: Scope,
  { period, compare, where, by }: Omit<OverviewRequest, "workspace">,
): Promise<WholeOverview> {
  return {
    ...(await readOverview(sql, scope, { period, compare, where, by })),
    health: await readHealthSummary(sql, scope, { where, days: MOVED_WITHIN }),
  };
}
