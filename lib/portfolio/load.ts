import type { Band } from "@/lib/kernel/health-score";

/** How much an account of a segment weighs, by how the segment's name begins; any other weighs 1. */
const SEGMENTS: readonly (readonly [string, number])[] = [
  ["enterprise", 3],
  ["mid", 2],
];

const BANDS: Readonly<Record<Band, number>> = { green: 1, yellow: 1.5, red: 2, unknown: 1 };

/** The formula as people are told it. */
export const LOAD_WORDS =
  "Load = Σ weight of open tasks + Σ weight of accounts. An account weighs 3 in an Enterprise segment, 2 in a Mid-market one and 1 in any other; times 1.5 on Watch and 2 At risk.";

/** What looking after one account weighs. Without a segment it weighs as much as a small one. */
export function accountWeight(segment: string | null, band: Band): number {
  const name = segment?.toLowerCase() ?? "";
  const [, size] = SEGMENTS.find(([start]) => name.startsWith(start)) ?? ["", 1];
  return size * BANDS[band];
}
