import { addDays, addMonths, type Day, type PeriodKind, parsePeriod } from "@/lib/kernel/period";
import { localText } from "@/lib/kernel/zone";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A period as it is written in an address and on the command line: `2024-12`, `2024-Q4`, `2024`, `t12m:2024-12`, `2024-12-01..2024-12-15`. */
export function periodText({ kind, start, end }: { kind: PeriodKind; start: Day; end: Day }): string {
  const month = start.slice(0, 7);
  switch (kind) {
    case "month":
      return month;
    case "quarter":
      return `${start.slice(0, 4)}-Q${quarterOf(start)}`;
    case "year":
      return start.slice(0, 4);
    case "t12m":
      return `t12m:${addMonths(end, -1).slice(0, 7)}`;
    case "range":
      return `${start}..${end}`;
  }
}

/**
 * A period as people say it: `Dec 2024`, `Q4 2024`, `2024`, `12 months to Dec 2024`, `1 Dec 2024 to 14 Dec 2024` (its last day, not its end).
 * What is no period is said as it stands.
 */
export function describePeriod(text: string): string {
  const period = parsePeriod(text);
  if (period === null) return text;
  const { kind, start, end } = period;
  switch (kind) {
    case "month":
      return describeMonth(start);
    case "quarter":
      return `Q${quarterOf(start)} ${start.slice(0, 4)}`;
    case "year":
      return start.slice(0, 4);
    case "t12m":
      return `12 months to ${describeMonth(addMonths(end, -1))}`;
    case "range":
      return `${describeDay(start)} to ${describeDay(addDays(end, -1))}`;
  }
}

/** `Dec 2024`. */
export function describeMonth(day: Day): string {
  return `${shortMonth(day)} ${day.slice(0, 4)}`;
}

/** `1 Dec 2024`. */
export function describeDay(day: Day): string {
  return `${Number(day.slice(8, 10))} ${describeMonth(day)}`;
}

/** `1 Dec 2024, 09:05`, as clocks in `timeZone` show this instant. */
export function describeMoment(instant: Date, timeZone: string): string {
  return describeClock(localText(instant, timeZone));
}

/** The same of what clocks show already: `2024-12-01 09:05`. */
export function describeClock(text: string): string {
  return `${describeDay(text.slice(0, 10))}, ${text.slice(11, 16)}`;
}

/** How far a day lies from today: `today`, `tomorrow`, `in 12 days`, `5 days ago`. */
export function describeDistance(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

function shortMonth(day: Day): string {
  return (MONTHS[Number(day.slice(5, 7)) - 1] ?? "").slice(0, 3);
}

function quarterOf(day: Day): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}
