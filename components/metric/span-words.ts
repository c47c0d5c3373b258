import { monthsOf } from "@/lib/kernel/period";
import type { ShownMetric } from "@/lib/metrics/rows-face";
import type { Reading } from "@/lib/metrics/types";

/** How a period of several months was counted, where that is a choice: sums add its months up, rates compare its two ends. */
export function spanWords(
  { period }: Pick<Reading, "period">,
  { rows, unit, group }: Pick<ShownMetric, "unit" | "group"> & { rows: Pick<ShownMetric["rows"], "counted"> },
): string | null {
  if (monthsOf(period).length < 2 || group !== "Revenue" || rows.counted === "contract") return null;
  if (rows.counted === "movement") return "Its months are added up: an account may grow in one and shrink in another.";
  return unit === "share" || unit === "ratio"
    ? "The two ends of the period are compared. What came and went in between is in the bridge, which adds months up, and not in here."
    : null;
}
