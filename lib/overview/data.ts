import { type HealthSummary, readHealthSummary } from "@/lib/health/data";
import { type Overview, readOverview } from "@/lib/metrics/data";
import type { OverviewRequest } from "@/lib/metrics/schema";
import { type Book, readBook } from "@/lib/overview/book/data";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** Whatever the period, `health` is that of the last day made (null where none is), and `book` that of now. */
export type WholeOverview = Overview & { health: HealthSummary | null; book: Book };

const MOVED_WITHIN = 30;

/** Everything the overview shows, in one moment. */
export async function readWholeOverview(
  sql: Sql,
  scope: Scope,
  { period, compare, where, by }: Omit<OverviewRequest, "workspace">,
): Promise<WholeOverview> {
  const overview = await readOverview(sql, scope, { period, compare, where, by });
  return {
    ...overview,
    health: await readHealthSummary(sql, scope, { where, days: MOVED_WITHIN }),
    book: await readBook(sql, scope, { at: new Date(overview.asOf), where }),
  };
}
