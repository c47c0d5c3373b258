import { listEvidence } from "@/lib/metrics/evidence";
import { readMetrics } from "@/lib/metrics/read";
import type { EvidenceRow, Reading, ReadingRequest } from "@/lib/metrics/types";
import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

const LATER = new Date("2024-06-01T00:00:00Z");

/** One metric over March 2024 as seen in June, or as told otherwise. */
export async function readOne(scope: Scope, id: string, more: Partial<ReadingRequest> = {}): Promise<Reading> {
  const request = { ids: [id], period: "2024-03", asOf: LATER, ...more };
  const { metrics } = await withTenantConnection(scope, ({ sql }) => readMetrics(sql, scope, request), "read");
  const [reading] = metrics;
  if (reading === undefined) throw new Error(`${id} was not read`);
  return reading;
}

/** The rows behind it. */
export async function evidenceOf(scope: Scope, id: string): Promise<EvidenceRow[]> {
  const request = { id, period: "2024-03", asOf: LATER };
  return (await withTenantConnection(scope, ({ sql }) => listEvidence(sql, scope, request), "read")).rows;
}

/** What its parts come to, by their value. */
export function partsOf({ parts }: Reading): [string | null | undefined, number | null][] {
  return (parts ?? []).map(({ dimension, value }) => [dimension?.value, value]);
}
