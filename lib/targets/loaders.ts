import "server-only";
import { metrics } from "@/lib/metrics/registry";
import type { MetricFace } from "@/lib/metrics/types";
import { requireScope } from "@/lib/platform/session";

/** What a target's form and line ask of a metric. */
export type Aimed = Pick<MetricFace, "id" | "name" | "unit" | "digits">;

/** The metrics that can have a target: those of which more is better, or less. */
export async function loadAimed(slug: string): Promise<Aimed[]> {
  await requireScope(slug, "/w/[workspace]/settings/targets");
  return metrics.flatMap(({ face: { id, name, unit, better, digits } }) =>
    better === "neither" ? [] : [{ id, name, unit, ...(digits === undefined ? {} : { digits }) }],
  );
}
