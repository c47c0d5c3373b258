import type { Column } from "@/lib/imports/files/column";
import { bare, namesKind, synonymsOf, wordFor } from "@/lib/imports/files/field-words";
import { formatsOf, markOf } from "@/lib/imports/files/formats";
import type { Sample } from "@/lib/imports/files/sample";
import { wordsOf } from "@/lib/imports/files/words-of";
import type { Field, Kind, Reader } from "@/lib/imports/kind";
import type { ImportMap, Origin } from "@/lib/imports/map";
import { kinds } from "@/lib/imports/registry";

const ENOUGH = 30;
const LOOKS: { readonly [read in Reader]?: readonly Column["looks"][] } = {
  instant: ["dates", "blank"],
  day: ["dates", "blank"],
  month: ["dates", "blank"],
  whole: ["numbers", "blank"],
  minor: ["numbers", "blank"],
  discount: ["numbers", "blank"],
  decimal: ["numbers", "blank"],
  flag: ["flags", "numbers", "blank"],
};

type Match = { field: string; column: Column; score: number };

/** The kind whose fields the columns fit best; the file's name decides between equals. */
export function guessKind(columns: readonly Column[], fileName: string): Kind {
  const scored = Object.values<Kind>(kinds).map((kind) => {
    const matched = matches(kind, columns);
    const needed = Object.entries(kind.fields).filter(([, { required }]) => required);
    const lacking = needed.filter(([name]) => !matched.some(({ field }) => field === name)).length;
    const fit = matched.reduce((sum, { score }) => sum + score / 100, 0) - 1.5 * lacking;
    return { kind, fit: fit + namesKind(fileName, kind) };
  });
  const [best] = scored.sort((a, b) => b.fit - a.fit);
  if (!best) throw new Error("there are no kinds");
  return best.kind;
}

/** Where each field probably comes from and how it is read. What only a person can know is left open. */
export function suggestMap(
  kind: Kind,
  columns: readonly Column[],
  { delimiter, encoding }: Pick<Sample, "delimiter" | "encoding">,
): ImportMap {
  const matched = matches(kind, columns);
  const fields = Object.fromEntries(matched.map(({ field, column }) => [field, originFor(kind, field, column)]));
  const amount = matched.find(({ field }) => field === "amount");
  if (kind.fields.interval && amount && /mrr|monthly/.test(bare(amount.column.name))) fields.interval = { value: "month" };
  const numbers = matched.filter(({ field }) => isNumber(kind.fields[field]));
  const decimal = markOf(numbers.flatMap(({ column }) => column.values)) ?? undefined;
  return { fields, csv: { delimiter, ...(encoding === "utf-8" ? {} : { encoding }), ...(decimal === undefined ? {} : { decimal }) } };
}

/** How one field is read out of one column. */
export function originFor(kind: Kind, field: string, column: Column): Origin {
  const read = kind.fields[field]?.read;
  const origin: Origin = { column: column.name };
  if (read === "instant" || read === "day" || (read === "month" && !column.values.every((value) => /^\d{4}-\d\d$/.test(value)))) {
    const { fitting, isOpen } = formatsOf(column.values);
    return isOpen || !fitting[0] ? origin : { ...origin, format: fitting[0] };
  }
  if (read === "minor") {
    if (/cents|minor|pence/.test(bare(column.name))) return { ...origin, unit: "minor" };
    return column.values.some((value) => /[.,]\d{1,2}$/.test(value)) ? { ...origin, unit: "major" } : origin;
  }
  const words = wordsOf(kind, field);
  const values = words ? translations(column, words) : {};
  return Object.keys(values).length > 0 ? { ...origin, values } : origin;
}

function translations({ distinct }: Column, words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    distinct.flatMap((value) => {
      const word = words.includes(value.toLowerCase()) ? null : wordFor(value, words);
      return word === null ? [] : [[value, word]];
    }),
  );
}

export function isNumber(field: Field | undefined): boolean {
  return field !== undefined && ["whole", "minor", "discount", "decimal"].includes(field.read);
}

/** Every field with its column, best matches first; a column is used once. */
function matches(kind: Kind, columns: readonly Column[]): Match[] {
  const all = Object.entries(kind.fields)
    .filter(([name]) => name !== "attributes")
    .flatMap(([field, { read }]) => columns.map((column) => ({ field, column, score: scoreOf(kind, field, read, column) })))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score);
  const taken: Match[] = [];
  for (const match of all)
    if (!taken.some(({ field, column }) => field === match.field || column.name === match.column.name)) taken.push(match);
  const order = Object.keys(kind.fields);
  return taken.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

function scoreOf(kind: Kind, field: string, read: Reader, { name, looks }: Column): number {
  const column = bare(name);
  if (column === "") return 0;
  const named = nameScore(kind, field, column);
  const allowed = LOOKS[read];
  return allowed && !allowed.includes(looks) ? named - 60 : named;
}

function nameScore(kind: Kind, field: string, column: string): number {
  const own = bare(field);
  if (column === own) return 100;
  const places = synonymsOf(kind, field).map((names) => names.indexOf(column));
  const scores = places.map((place, index) => (place === -1 ? 0 : Math.max(90 - 5 * index - 4 * place, 45)));
  if (scores.some((score) => score > 0)) return Math.max(...scores);
  const longer = column.length > own.length ? column.includes(own) : own.includes(column);
  return longer && Math.min(column.length, own.length) >= 5 ? 35 : 0;
}
