/** A moment as a wall clock shows it, its month from 1. */
export type WallClock = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
};

const QUARTER_HOUR = 900_000;
const KEPT = 50_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/**
 * The instant at which clocks in `timeZone` show this. Where they show it twice (the hour after summer time ends) it is the second,
 * as PostgreSQL has it, which places the bounds of periods; where they never show it (the hour summer time skips) it is as long after the skip as it was into it.
 * Null where the calendar has no such day or the clock no such hour.
 */
export function instantAt(clock: WallClock, timeZone: string): Date | null {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 } = clock;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const shown = utc(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
  const date = new Date(shown);
  if (Number.isNaN(shown) || date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return null;
  const [before, after] = [offsetAt(shown - 86_400_000, timeZone), offsetAt(shown + 86_400_000, timeZone)];
  const later = shown - after;
  return new Date(offsetAt(later, timeZone) === after ? later : shown - before);
}

/** The calendar day, as `2024-12-31`, that clocks in `timeZone` show at this instant. */
export function dayAt(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString().slice(0, 10);
}

/** What clocks in `timeZone` show at this instant: `2024-12-31T09:05`, with seconds and their parts only where there are some. */
export function localText(instant: Date, timeZone: string): string {
  const shown = new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString().slice(0, -1);
  return shown.replace(/\.000$/, "").replace(/(T\d\d:\d\d):00$/, "$1");
}

/** How far clocks in `timeZone` are ahead of UTC at this instant, in milliseconds. Offsets change only at quarters of an hour. */
function offsetAt(instant: number, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  const quarter = Math.floor(instant / QUARTER_HOUR);
  let known = offsets.get(timeZone);
  if (!known || known.size > KEPT) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  const found = known.get(quarter);
  if (found !== undefined) return found;
  const measured = measuredOffset(quarter * QUARTER_HOUR, timeZone);
  known.set(quarter, measured);
  return measured;
}

function measuredOffset(instant: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? formatOf(timeZone);
  formats.set(timeZone, format);
  const shown: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return utc(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000 - instant;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const digits = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" } as const;
  return new Intl.DateTimeFormat("en-US-u-ca-iso8601", { timeZone, hourCycle: "h23", ...digits });
}

// Date.UTC takes the years 0 to 99 for 1900 to 1999.
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
