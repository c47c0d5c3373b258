import { addMonths, parsePeriod, previousPeriod } from "@/lib/kernel/period";
import { periodText } from "@/lib/kernel/period-words";

export const COMPARISONS = ["previous", "year", "none"] as const;

/** What a period is held against: the one before it, the same a year earlier, or nothing. */
export type Comparison = (typeof COMPARISONS)[number];

/**
 * The period to compare with, as text; null for none, and for what is no period. The period before trailing twelve months are those a month earlier,
 * before a range the days as many before it.
 */
export function comparedPeriod(period: string, comparison: Comparison): string | null {
  const parsed = parsePeriod(period);
  if (parsed === null || comparison === "none") return null;
  if (comparison === "previous") return periodText(previousPeriod(parsed));
  return periodText({ ...parsed, start: addMonths(parsed.start, -12), end: addMonths(parsed.end, -12) });
}
