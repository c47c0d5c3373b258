import { addMonths, type PeriodKind, parsePeriod } from "@/lib/kernel/period";
import { describePeriod, periodText } from "@/lib/kernel/period-words";

export const KINDS = [
  { value: "t12m", label: "12 months to" },
  { value: "year", label: "Year" },
  { value: "quarter", label: "Quarter" },
  { value: "month", label: "Month" },
] as const;

const MOST = 60;

/** The periods of a kind from the first month to the last, newest first; a kind steps by a month, a quarter or a year. */
export function periodChoices(kind: PeriodKind, { first, last }: { first: string; last: string }): { value: string; label: string }[] {
  const seen = new Set<string>();
  for (let month = `${last}-01`; month.slice(0, 7) >= first && seen.size < MOST; month = addMonths(month, -1))
    seen.add(periodOf(kind, month.slice(0, 7)));
  return [...seen].map((value) => ({ value, label: describePeriod(value).replace("12 months to ", "") }));
}

/** The period of a kind that a month ends or lies in: `2024-12` as a quarter is `2024-Q4`. */
export function periodOf(kind: PeriodKind, month: string): string {
  const start = `${month}-01`;
  if (kind === "t12m") return `t12m:${month}`;
  if (kind === "year") return month.slice(0, 4);
  if (kind === "quarter") return periodText({ kind, start: addMonths(start, -((Number(month.slice(5)) - 1) % 3)), end: start });
  return month;
}

/** The last month of a period. */
export function lastMonth(period: string): string | null {
  const parsed = parsePeriod(period);
  return parsed && addMonths(parsed.end.slice(0, 8).concat("01"), parsed.end.endsWith("-01") ? -1 : 0).slice(0, 7);
}
