import { dateReader } from "@/lib/imports/dates";

const DAYS = [
  "yyyy/MM/dd",
  "yyyy.MM.dd",
  "yyyyMMdd",
  "dd/MM/yyyy",
  "d/M/yyyy",
  "MM/dd/yyyy",
  "M/d/yyyy",
  "dd.MM.yyyy",
  "d.M.yyyy",
  "dd-MM-yyyy",
  "MM-dd-yyyy",
  "dd/MM/yy",
  "MM/dd/yy",
  "M/d/yy",
  "dd.MM.yy",
  "d MMM yyyy",
  "dd-MMM-yyyy",
  "dd-MMM-yy",
  "d MMMM yyyy",
  "MMM d, yyyy",
  "MMMM d, yyyy",
  "yyyy-MM",
  "MM/yyyy",
  "MMM yyyy",
];
const TIMES = ["", " HH:mm", " HH:mm:ss", " H:mm", " H:mm:ss", " h:mm a", " h:mm:ss a", "'T'HH:mm:ss", " HH:mm:ss X"];
const LOOKED_AT = 500;
const MOST_CHOICES = 4;

/** What a column of dates may be written in. `null` stands for ISO 8601. */
export type Formats = {
  /** The formats that read every value, most likely first. */
  readonly fitting: readonly (string | null)[];
  /** Whether two of them read some value as different days: then only a person knows. */
  readonly isOpen: boolean;
};

/** Finds the formats that read all values. Where none does, the one that reads the most is offered, so that the rest can be seen. */
export function formatsOf(values: readonly string[]): Formats {
  const looked = [...new Set(values)].slice(0, LOOKED_AT);
  if (looked.length === 0) return { fitting: [null], isOpen: false };
  const iso = dateReader(undefined, "UTC");
  if (looked.every((value) => iso(value))) return { fitting: [null], isOpen: false };
  const tried = DAYS.flatMap((day) => TIMES.map((time) => day + time))
    .map((format) => ({ format, read: dateReader(format, "UTC") }))
    .filter(({ read }) => looked.slice(0, 5).some((value) => read(value)))
    .map((one) => ({ ...one, hits: looked.filter((value) => one.read(value)).length }));
  const whole = tried.filter(({ hits }) => hits === looked.length);
  if (whole.length === 0) {
    const [best] = [{ format: null, hits: looked.filter((value) => iso(value)).length }, ...tried].sort((a, b) => b.hits - a.hits);
    return { fitting: [best && best.hits > 0 ? best.format : null], isOpen: false };
  }
  const [first] = whole;
  const other = whole.filter(({ read }) => looked.some((value) => read(value)?.getTime() !== first?.read(value)?.getTime()));
  const choices = [...(first ? [first] : []), ...distinctReadings(other, looked)];
  return { fitting: choices.slice(0, MOST_CHOICES).map(({ format }) => format), isOpen: other.length > 0 };
}

// d/M/yyyy and dd/MM/yyyy read the same; one of them is enough to choose from.
function distinctReadings<Tried extends { read: (value: string) => Date | null }>(
  tried: readonly Tried[],
  values: readonly string[],
): Tried[] {
  const kept = new Map<string, Tried>();
  for (const one of tried) {
    const key = values.map((value) => one.read(value)?.getTime()).join();
    if (!kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}

/** The decimal mark that numbers are written with; null where they could be read with either, and so differently. */
export function markOf(values: readonly string[]): "." | "," | null {
  const numbers = values.filter((value) => /^[+-]?[\d.,]*\d[\d.,]*$/.test(value));
  const decisive = numbers.flatMap((value) => decided(value) ?? []);
  if (decisive.length > 0) return decisive.filter((mark) => mark === ",").length > decisive.length / 2 ? "," : ".";
  return numbers.some((value) => /[.,]/.test(value)) ? null : ".";
}

// "1.234" and "1,234" decide nothing; "12.50", "1,234.5" and "1.234.567" do.
function decided(value: string): "." | "," | null {
  const marks = value.replace(/[^.,]/g, "");
  const last = marks.at(-1);
  if (last !== "." && last !== ",") return null;
  const other = last === "." ? "," : ".";
  if (marks.length > 1 && !marks.includes(other)) return other;
  if (marks.includes(other)) return last;
  const after = value.length - value.lastIndexOf(last) - 1;
  const before = value.slice(0, value.lastIndexOf(last)).replace(/^[+-]/, "");
  return after !== 3 || before.length > 3 || before === "" || /^0/.test(before) ? last : null;
}
