import { dateReader } from "@/lib/imports/dates";
import type { KindName, RowOf } from "@/lib/imports/registry";

const LATEST = Date.UTC(9999, 11, 31);

/** The rows of each kind, as any importer hands them over. */
export type Records = { readonly [Name in KindName]?: readonly RowOf<Name>[] };

/** What a vector knows of a company: its workspace, the settings it changed, and its records. */
export type Book = {
  readonly timeZone: string;
  readonly currency: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly records: Records;
  /** A kind whose rows may be no records at all: that they are refused is then the answer. */
  readonly mayRefuse?: KindName;
};

/** A date without a time is midnight in the zone, and a time without an offset one of the zone. */
export function instant(text: string, timeZone: string): Date {
  const at = dateReader(undefined, timeZone)(text);
  if (at === null) throw new Error(`${text} is no date`);
  return at;
}

/** Two days after the last date an input names: by then everything it tells has happened, in any zone. */
export function afterAll(input: object): Date {
  const named = JSON.stringify(input).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  return new Date(Math.min(LATEST, Math.max(...named.map((day) => Date.parse(day))) + 2 * 86_400_000));
}
