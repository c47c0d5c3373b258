import type { z } from "zod";

/** How a cell's text becomes a value. minor: an amount in minor units; discount: minor units or percent, by the row's type. */
export type Reader =
  | "key"
  | "text"
  | "word"
  | "instant"
  | "day"
  | "month"
  | "whole"
  | "minor"
  | "discount"
  | "decimal"
  | "flag"
  | "attributes";

export type Field = {
  readonly read: Reader;
  readonly required: boolean;
  readonly column: string;
  readonly fallback?: "workspace-currency";
};

/** A field that names another record by its external id. */
export type Reference = {
  readonly field: string;
  readonly to: "accounts" | "subscriptions" | "contacts" | "tickets";
  /** Where its id goes; nowhere, if it is named only to tell whose the record is. */
  readonly column?: string;
  /** The column that gets the account of what is named, where the row names no account. */
  readonly lends?: string;
  /** The field whose instant may not lie before what is named began. */
  readonly notBefore?: string;
  /** The record stays when what it names is taken away. */
  readonly loose?: boolean;
};

/** All that is known of a noun that can be loaded: its record, where its fields go, and by what it is known. */
export type Kind<Record extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly table: string;
  readonly record: Record;
  readonly fields: { readonly [field: string]: Field };
  /** A row as people would write it, for whoever wonders how: the text of its cells, by field. Examples of one kind name those of another. */
  readonly example: { readonly [field: string]: string };
  readonly references: readonly Reference[];
  /** The columns a record is known by, beside the workspace. */
  readonly identity: readonly string[];
  /** The fields that make a key where there is no external id, whatever the source; references come first. */
  readonly natural: readonly string[];
  /** Rows without an external id are known by their content and their count within the file: the second of two equal rows is another record. */
  readonly counted: boolean;
  /** Fields of which a file must have one. */
  readonly either: readonly string[];
  /** Fields that a file does not have stay as they are, instead of being emptied. */
  readonly partial: boolean;
  /** Records that were merged away: their rows are known, and change nothing. */
  readonly merged?: string;
  /** What is kept of a record `t` before a run changes it. */
  readonly image: string;
  /** Statements after rows came in or changed: $1 workspace, $2 the records' ids, $3 the moment. */
  readonly after: readonly string[];
  /** Statements after records were restored: $1 workspace, $2 run, $3 the records' ids. */
  readonly afterUndo: readonly string[];
};

type Definition<Record extends z.ZodType> = Pick<Kind<Record>, "name" | "table" | "record" | "fields" | "example"> & Partial<Kind<Record>>;

export function defineKind<Record extends z.ZodType>(definition: Definition<Record>): Kind<Record> {
  return {
    references: [],
    identity: ["source", "external_id"],
    natural: [],
    counted: false,
    either: [],
    partial: false,
    image: "to_jsonb(t)",
    after: [],
    afterUndo: [],
    ...definition,
  };
}

export function required(read: Reader, column: string): Field {
  return { read, required: true, column };
}

export function optional(read: Reader, column: string): Field {
  return { read, required: false, column };
}

/** The columns that hold the ids of what a record refers to. */
export function referenceColumns({ references }: Kind): string[] {
  return references.flatMap(({ column }) => (column === undefined ? [] : [column]));
}

/** The columns of the record's own content, without keys and references. */
export function contentFields(kind: Kind): [string, Field][] {
  const references = new Set(kind.references.map(({ field }) => field));
  return Object.entries(kind.fields).filter(([name, { column }]) => !references.has(name) && !kind.identity.includes(column));
}

export const SQL_TYPE: { readonly [read in Reader]: string } = {
  key: "text",
  text: "text",
  word: "text",
  instant: "timestamptz",
  day: "date",
  month: "date",
  whole: "bigint",
  minor: "bigint",
  discount: "numeric",
  decimal: "numeric",
  flag: "boolean",
  attributes: "jsonb",
};
