import { dateReader } from "@/lib/imports/dates";
import type { Field, Kind } from "@/lib/imports/kind";
import type { Bound, ImportMap } from "@/lib/imports/map";
import { type Mark, type Refusal, readDecimal, readMinor, readWhole } from "@/lib/imports/numbers";
import { fieldOf, type Value } from "@/lib/imports/prepared";
import { Tally } from "@/lib/imports/tally";
import { currencyDigits } from "@/lib/kernel/money";
import { dayAt } from "@/lib/kernel/zone";
import { plain } from "@/lib/platform/record";
import type { Scope } from "@/lib/platform/scope";

type Values = { [field: string]: Value };
type Cells = readonly string[];
type ReadCell = (text: string, row: { type: string; currency: string }) => Value | Refusal;
type Column = Bound & { readonly required: boolean; readonly read: ReadCell };

/** What a row's text says, or the first field that says nothing sensible. */
export type ReadRow = (cells: Cells) => { readonly values: Values } | (Refusal & { readonly field: string });

const YES = new Set(["true", "t", "yes", "y", "1"]);
const NO = new Set(["false", "f", "no", "n", "0"]);

/** Turns the text of cells into values, as the map tells: blank is absent, dates are the workspace's, nothing is guessed. */
export function rowReader(kind: Kind, bound: readonly Bound[], map: ImportMap | null, scope: Scope): ReadRow {
  const mark = map?.csv.decimal ?? ".";
  const columns = bound.map((one): Column => ({ ...one, ...reading(fieldOf(kind, one.field), one, { mark, scope }) }));
  const type = columns.find(({ field }) => field === "type");
  const currency = columns.find(({ field }) => field === "currency");
  const tally = new Tally();
  return (cells) => {
    const values: Values = {};
    const row = {
      type: type ? word(textOf(type, cells)) : "",
      currency: (currency && plain(textOf(currency, cells)).toUpperCase()) || scope.currency,
    };
    for (const column of columns) {
      const text = column.origin.content ? tally.keyOf(JSON.stringify(cells)) : textOf(column, cells);
      if (text.includes("\0")) return { refused: "nul-byte", field: column.field };
      if (plain(text) === "") {
        if (column.required) return { refused: "missing-field", field: column.field };
        continue;
      }
      const value = column.read(text, row);
      if (value !== null && typeof value === "object" && "refused" in value) return { ...(value as Refusal), field: column.field };
      if (column.attribute === null) values[column.field] = value;
      else values.attributes = { ...(values.attributes as Record<string, string> | undefined), [column.attribute]: text };
    }
    return { values };
  };
}

function textOf({ index, origin }: Bound, cells: Cells): string {
  const text = index === null ? (origin.value ?? "") : (cells[index] ?? "");
  return origin.values && Object.hasOwn(origin.values, text.trim()) ? (origin.values[text.trim()] ?? text) : text;
}

function word(text: string): string {
  return plain(text).toLowerCase();
}

function reading(
  { read, required }: Field,
  { origin }: Bound,
  { mark, scope }: { mark: Mark; scope: Scope },
): { required: boolean; read: ReadCell } {
  const { timeZone } = scope;
  const date = dateReader(origin.format, timeZone);
  const monthly = dateReader(origin.format ?? "yyyy-MM", timeZone);
  const minor: ReadCell = (text, { currency }) =>
    readMinor(plain(text), mark, { major: origin.unit === "major", digits: origin.unit === "major" ? digitsOf(currency) : 0 });
  const bad: Refusal = { refused: "bad-date" };
  const readers: { [one in Field["read"]]: ReadCell } = {
    key: (text) => text,
    text: (text) => text,
    attributes: (text) => text,
    word,
    instant: (text) => date(plain(text)) ?? bad,
    day: (text) => dayOf(date(plain(text)), timeZone) ?? bad,
    month: (text) => dayOf(monthly(plain(text)) ?? date(plain(text)), timeZone) ?? bad,
    whole: (text) => readWhole(plain(text), mark),
    decimal: (text) => readDecimal(plain(text), mark),
    minor,
    discount: (text, row) => (row.type === "fixed" ? wholeText(minor(text, row)) : readDecimal(plain(text), mark)),
    flag: (text) => flag(word(text)),
  };
  return { required, read: readers[read] };
}

function dayOf(instant: Date | null, timeZone: string): string | null {
  return instant && dayAt(instant, timeZone);
}

function wholeText(value: Value | Refusal): Value | Refusal {
  return typeof value === "bigint" ? String(value) : value;
}

function flag(text: string): boolean | Refusal {
  if (YES.has(text)) return true;
  return NO.has(text) ? false : { refused: "unknown-value" };
}

const digits = new Map<string, number>();

function digitsOf(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const found = /^[A-Z]{3}$/.test(currency) ? currencyDigits(currency) : 2;
  if (digits.size < 1000) digits.set(currency, found);
  return found;
}
