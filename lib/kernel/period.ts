/** A calendar day in the workspace's zone, as `2024-12-31`. */
export type Day = string;

/** Half-open, [start, end), in local days: neighbouring periods neither overlap nor leave a gap. */
export type Period = { readonly start: Day; readonly end: Day };

export type PeriodKind = "month" | "quarter" | "year" | "t12m" | "range";

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const YEAR = /^(\d{4})$/;
const TRAILING = /^t12m:(\d{4}-(?:0[1-9]|1[0-2]))$/;
const RANGE = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** Reads `2024-12`, `2024-Q4`, `2024`, `t12m:2024-12` or `2024-12-01..2024-12-15` (half-open); null where it is none of these. */
export function parsePeriod(text: string): (Period & { kind: PeriodKind }) | null {
  if (MONTH.test(text)) return { kind: "month", start: `${text}-01`, end: addMonths(`${text}-01`, 1) };
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const start = addMonths(`${quarter[1]}-01-01`, 3 * (Number(quarter[2]) - 1));
    return { kind: "quarter", start, end: addMonths(start, 3) };
  }
  if (YEAR.test(text)) return { kind: "year", start: `${text}-01-01`, end: addMonths(`${text}-01-01`, 12) };
  const trailing = TRAILING.exec(text);
  if (trailing) {
    const end = addMonths(`${trailing[1]}-01`, 1);
    return { kind: "t12m", start: addMonths(end, -12), end };
  }
  const range = RANGE.exec(text);
  if (range?.[1] && range[2] && isDay(range[1]) && isDay(range[2]) && range[1] < range[2])
    return { kind: "range", start: range[1], end: range[2] };
  return null;
}

/** The period `steps` before this one: a year and trailing twelve months step by a year and by a month, a range by its own length. */
export function previousPeriod(period: Period & { kind: PeriodKind }, steps = 1): Period & { kind: PeriodKind } {
  const months = { month: 1, quarter: 3, year: 12, t12m: 1, range: 0 }[period.kind];
  if (months > 0)
    return { kind: period.kind, start: addMonths(period.start, -months * steps), end: addMonths(period.end, -months * steps) };
  const days = daysBetween(period.start, period.end);
  return { kind: period.kind, start: addDays(period.start, -days * steps), end: addDays(period.end, -days * steps) };
}

/** The period cut at its month starts; the first and last piece may be parts of a month. */
export function monthsOf({ start, end }: Period): Period[] {
  const cuts: Period[] = [];
  for (let from = start; from < end; ) {
    const next = addMonths(`${from.slice(0, 7)}-01`, 1);
    const until = next < end ? next : end;
    cuts.push({ start: from, end: until });
    from = until;
  }
  return cuts;
}

/** The first day of a month, `months` away. Only for days that every month has. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, rest = 1] = day.split("-").map(Number);
  return iso(Date.UTC(year, month - 1 + months, rest));
}

export function addDays(day: Day, days: number): Day {
  return iso(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
}

export function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && iso(Date.parse(`${text}T00:00:00Z`)) === text
  );
}

function iso(instant: number): Day {
  return new Date(instant).toISOString().slice(0, 10);
}
