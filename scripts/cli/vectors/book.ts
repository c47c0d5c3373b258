import { TZDate } from "@date-fns/tz";
import type { KindName, RowOf } from "@/lib/imports/registry";

/** The rows of each kind, as any importer hands them over. */
export type Records = { readonly [Name in KindName]?: readonly RowOf<Name>[] };

/** What a vector knows of a company: its workspace, the settings it changed, and its records. */
export type Book = {
  readonly timeZone: string;
  readonly currency: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly records: Records;
};

/** A date without a time is midnight in the zone. */
export function instant(text: string, timeZone: string): Date {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split("-").map(Number);
  return text.length > 10 ? new Date(text) : new Date(TZDate.tz(timeZone, year, month - 1, day).getTime());
}

/** Two days after the last date an input names: by then everything it tells has happened, in any zone. */
export function afterAll(input: object): Date {
  const named = JSON.stringify(input).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  return new Date(Math.max(...named.map((day) => Date.parse(day))) + 2 * 86_400_000);
}
