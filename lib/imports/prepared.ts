import type { Field, Kind } from "@/lib/imports/kind";
import { UsageError } from "@/lib/kernel/usage-error";
import { isReason, type Reason } from "@/lib/platform/reason";
import type { Scope } from "@/lib/platform/scope";

export type Value = string | bigint | boolean | Date | null | { readonly [name: string]: string };
export type Row = { readonly [field: string]: Value };

/** Why a row was not taken. `cells` are as read; `line` is where the row begins. */
export type Reject = { readonly line: number; readonly reason: Reason; readonly detail: string; readonly cells: readonly string[] };

/** A row that is ready to be written, or the reason it is not. */
export type Prepared =
  | { readonly line: number; readonly cells: readonly string[]; readonly key: string; readonly row: Row }
  | (Reject & { readonly row?: never });

/** Hands typed values to the kind's record, and gives the row its key. */
export function prepare(kind: Kind, scope: Scope, raw: { line: number; cells: readonly string[]; values: object }): Prepared {
  const { line, cells, values } = raw;
  const parsed = kind.record.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const reason = issue?.message ?? "";
    return { line, cells, reason: isReason(reason) ? reason : "unknown-value", detail: issue?.path.join(".") || (issue?.message ?? "") };
  }
  const row = filled(kind, scope, parsed.data as Row); // every record's output is made of Values alone
  return { line, cells, row, key: keyOf(kind, row) };
}

function filled(kind: Kind, scope: Scope, row: Row): Row {
  if (kind.fields.currency?.fallback === undefined || row.currency) return row;
  return { ...row, currency: scope.currency };
}

/** What the row is known by within its file: its external id, or its natural key's parts joined by a slash. */
export function keyOf({ natural }: Kind, row: Row): string {
  const { externalId } = row;
  if (typeof externalId === "string") return externalId;
  return partsOf(row, natural);
}

/** What comes after the references of a natural key. */
export function restOfKey({ natural, references }: Kind, row: Row): string {
  return partsOf(
    row,
    natural.filter((field) => references.every((reference) => reference.field !== field)),
  );
}

function partsOf(row: Row, fields: readonly string[]): string {
  return fields.map((field) => written(row[field] ?? null)).join("/");
}

function written(value: Value): string {
  if (value instanceof Date) return value.toISOString();
  return value === null ? "" : String(value);
}

/** The value a column of the record's content gets. */
export function valueIn(row: Row, field: string): Value {
  return row[field] ?? null;
}

export function fieldOf(kind: Kind, name: string): Field {
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (!field) throw new UsageError(`${kind.name} have no field called ${name}; they have ${Object.keys(kind.fields).join(", ")}.`);
  return field;
}
