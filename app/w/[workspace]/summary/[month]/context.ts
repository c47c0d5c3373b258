import { viewAddress } from "@/app/w/[workspace]/view";
import type { ShownMetric } from "@/lib/metrics/rows-face";
import type { Summary } from "@/lib/summary/data";

/** What every part of the summary is given. */
export type Part = { workspace: { slug: string; currency: string }; summary: Summary; faces: readonly ShownMetric[] };

/** A metric's page over the period that the summary tells of. */
export function opens({ slug }: { slug: string }, id: string, period: string): string {
  return viewAddress(`/w/${slug}/metrics/${id}`, { period });
}

/** What a reading was in the report of the month, where late data moved it since. */
export function wasOf({ restated }: Summary, id: string): string | null {
  return restated.find((each) => each.id === id && each.part === null)?.was ?? null;
}
