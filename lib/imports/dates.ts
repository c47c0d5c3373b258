import { UsageError } from "@/lib/kernel/usage-error";
import { instantAt, type WallClock } from "@/lib/kernel/zone";

type Part = "year" | "month" | "day" | "hour" | "half" | "minute" | "second" | "millisecond" | "offset";

/** Reads a moment from text; null where the text is none. */
export type DateReader = (text: string) => Date | null;

const KEPT = 20_000;
const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<millisecond>\d{1,9}))?)?\s?(?<offset>Z|[+-](?:0\d|1[0-5])(?::?[0-5]\d)?)?)?$/i;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const TOKENS: Record<string, [Part, string]> = {
  yyyy: ["year", "\\d{4}"],
  yy: ["year", "\\d{2}"],
  MMMM: ["month", "[A-Za-z]{3,9}"],
  MMM: ["month", "[A-Za-z]{3}"],
  MM: ["month", "\\d{2}"],
  M: ["month", "\\d{1,2}"],
  dd: ["day", "\\d{2}"],
  d: ["day", "\\d{1,2}"],
  HH: ["hour", "\\d{2}"],
  H: ["hour", "\\d{1,2}"],
  hh: ["hour", "\\d{2}"],
  h: ["hour", "\\d{1,2}"],
  a: ["half", "[AaPp]\\.?[Mm]\\.?"],
  mm: ["minute", "\\d{2}"],
  ss: ["second", "\\d{2}"],
  SSS: ["millisecond", "\\d{3}"],
  X: ["offset", "(?:Z|[+-](?:0\\d|1[0-5])(?::?[0-5]\\d)?)"],
  XXX: ["offset", "(?:Z|[+-](?:0\\d|1[0-5]):[0-5]\\d)"],
};

/** Reads by the format, or ISO 8601 without one; a date or time without an offset is the workspace's own. */
export function dateReader(format: string | undefined, timeZone: string): DateReader {
  const pattern = format === undefined ? ISO : compiled(format);
  const known = new Map<string, Date | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const read = moment(pattern.exec(text)?.groups, timeZone);
    if (known.size < KEPT) known.set(text, read);
    return read;
  };
}

function compiled(format: string): RegExp {
  const parts = new Set<Part>();
  const source = format.replace(/'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+/g, (token, quoted: string | undefined) => {
    if (quoted !== undefined) return escaped(quoted || "'");
    if (!/[A-Za-z]/.test(token)) return escaped(token);
    const [part, pattern] = TOKENS[token] ?? [];
    if (!part || parts.has(part)) throw new UsageError(`The date format ${format} cannot be read at "${token}".`);
    parts.add(part);
    return `(?<${part}>${pattern})`;
  });
  if (!parts.has("year") || !parts.has("month")) throw new UsageError(`The date format ${format} names no year or no month.`);
  return new RegExp(`^${source}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function moment(found: { [part: string]: string | undefined } | undefined, timeZone: string): Date | null {
  if (!found) return null;
  const clock: WallClock = {
    year: yearOf(found.year ?? ""),
    month: monthOf(found.month ?? ""),
    day: Number(found.day ?? 1),
    hour: hourOf(Number(found.hour ?? 0), found.half),
    minute: Number(found.minute ?? 0),
    second: Number(found.second ?? 0),
    millisecond: Number((found.millisecond ?? "0").padEnd(3, "0").slice(0, 3)),
  };
  if (found.offset === undefined) return instantAt(clock, timeZone);
  const shown = instantAt(clock, "UTC");
  return shown && new Date(shown.getTime() - offsetOf(found.offset));
}

function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function monthOf(text: string): number {
  return /\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}

function offsetOf(text: string): number {
  if (text.toUpperCase() === "Z") return 0;
  const digits = text.slice(1).replace(":", "").padEnd(4, "0");
  return (text.startsWith("-") ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}
