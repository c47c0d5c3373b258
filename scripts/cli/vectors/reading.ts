import type { Period } from "@/lib/kernel/period";
import { listEvidence } from "@/lib/metrics/evidence";
import { readMetrics } from "@/lib/metrics/read";
import type { EvidenceRow, Filter, Reading } from "@/lib/metrics/types";
import { withTenant } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export type Span = Period & { asOf: Date; where?: Filter };

/** Metrics over a stretch of days, by their ids, as any screen reads them. */
export async function readings<const Id extends string>(
  scope: Scope,
  ids: readonly Id[],
  { start, end, asOf, where = {} }: Span,
): Promise<Record<Id, Reading>> {
  const { metrics } = await withTenant(
    scope,
    ({ sql }) => readMetrics(sql, scope, { ids, period: `${start}..${end}`, asOf, where }),
    "read",
  );
  return Object.fromEntries(metrics.map((reading) => [reading.id, reading])) as Record<Id, Reading>; // an id without a reading throws before
}

/** Every row behind a metric over a stretch of days. */
export async function evidence(scope: Scope, id: string, { start, end, asOf }: Span): Promise<EvidenceRow[]> {
  return (await withTenant(scope, ({ sql }) => listEvidence(sql, scope, { id, period: `${start}..${end}`, asOf }), "read")).rows;
}
