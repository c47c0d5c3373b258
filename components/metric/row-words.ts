import { showFull, type Writing } from "@/components/metric/show";
import type { RowsFace } from "@/lib/metrics/rows-face";
import type { Reading } from "@/lib/metrics/types";

/** Few enough that the figure may well be chance. */
const FEW = 30;

/** What a figure stands on: how many rows, the range it may really lie in where they are few, or the rate that is missing. */
export function rowWords({ rows, interval, missingRates }: Reading, writing: Writing, counted: RowsFace["counted"]): string {
  if (missingRates?.length) return `no exchange rate yet for ${missingRates.join(", ")}`;
  if (rows === 0) return "nothing to count yet";
  const words = `from ${rows.toLocaleString("en-US")} ${counted}${rows === 1 ? "" : "s"}`;
  return interval !== null && rows < FEW
    ? `${words}; likely ${showFull(interval[0], writing)} to ${showFull(interval[1], writing)}`
    : words;
}
