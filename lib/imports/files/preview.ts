import type { CsvRow } from "@/lib/imports/csv/row";
import type { Kind } from "@/lib/imports/kind";
import type { Bound, ImportMap } from "@/lib/imports/map";
import { prepare, type Value } from "@/lib/imports/prepared";
import { rowReader } from "@/lib/imports/values";
import { formatMoney } from "@/lib/kernel/money";
import { describeMoment } from "@/lib/kernel/period-words";
import { plain } from "@/lib/platform/record";
import type { Scope } from "@/lib/platform/scope";

const SHOWN = 120;

/** One cell as it is read: what stands in the file, and what it becomes or why it does not. */
export type PreviewCell = { readonly text: string; readonly value: string | null; readonly refused: string | null };

export type PreviewRow = {
  readonly line: number;
  readonly cells: readonly PreviewCell[];
  /** Why the row would be rejected, as far as it can be told without the other records. */
  readonly reason: string | null;
  readonly detail: string;
};

export type Preview = { readonly fields: readonly string[]; readonly rows: readonly PreviewRow[] };

type Reading = { kind: Kind; bound: readonly Bound[]; map: ImportMap; scope: Scope; width: number; isWhole: boolean };

/** Reads rows as the import would, field by field. */
export function previewOf(reading: Reading, rows: readonly CsvRow[]): Preview {
  const { kind, bound, map, scope } = reading;
  const others = bound.filter(({ field }) => field === "type" || field === "currency");
  const columns = bound.map((own) => ({
    own,
    read: rowReader(kind, [own, ...others.filter((other) => other !== own)], map, scope),
  }));
  const whole = rowReader(kind, bound, map, scope);
  return {
    fields: bound.map(nameOf),
    rows: rows.map((row) => {
      const sound = !row.fault && row.cells.length === reading.width;
      const cells = columns.map(({ own, read }) => (sound ? cellOf(reading, own, row.cells, read) : blank));
      return { line: row.line, cells, ...verdict(reading, row, whole) };
    }),
  };
}

const blank: PreviewCell = { text: "", value: null, refused: null };

export function nameOf({ field, attribute }: Bound): string {
  return attribute === null ? field : `attributes.${attribute}`;
}

function cellOf({ kind, scope }: Reading, own: Bound, cells: readonly string[], read: ReturnType<typeof rowReader>): PreviewCell {
  const text = (own.index === null ? (own.origin.value ?? "") : (cells[own.index] ?? "")).slice(0, SHOWN);
  const found = read(cells);
  if ("refused" in found) return { text, value: null, refused: found.field === own.field ? found.refused : null };
  const currency = typeof found.values.currency === "string" ? found.values.currency.toUpperCase() : scope.currency;
  const stored = own.field === "currency" && found.values.currency ? currency : (found.values[own.field] ?? null);
  const value = own.attribute === null ? stored : text;
  const reader = kind.fields[own.field]?.read;
  return { text, value: shown(value, { isMoney: reader === "minor", currency, timeZone: scope.timeZone }), refused: null };
}

function shown(value: Value, { isMoney, currency, timeZone }: { isMoney: boolean; currency: string; timeZone: string }): string | null {
  if (value === null) return null;
  if (value instanceof Date) return dateWords(value, timeZone);
  if (isMoney && typeof value === "bigint") return formatMoney(Number(value), /^[A-Z]{3}$/.test(currency) ? currency : "USD");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? JSON.stringify(value) : plain(String(value)).slice(0, SHOWN);
}

function dateWords(at: Date, timeZone: string): string {
  return describeMoment(at, timeZone).replace(/, 00:00$/, "");
}

function verdict(
  { kind, scope, width, isWhole }: Reading,
  row: CsvRow,
  read: ReturnType<typeof rowReader>,
): Pick<PreviewRow, "reason" | "detail"> {
  const { line, cells, fault } = row;
  if (fault) return fault;
  if (cells.length !== width) return { reason: "ragged-row", detail: `${cells.length} cells under ${width} columns` };
  const found = read(cells);
  if ("refused" in found) return { reason: found.refused, detail: found.field };
  const prepared = isWhole ? prepare(kind, scope, { line, cells, values: found.values }) : null;
  return prepared && "reason" in prepared ? { reason: prepared.reason, detail: prepared.detail } : { reason: null, detail: "" };
}
