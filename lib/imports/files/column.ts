import type { Sample } from "@/lib/imports/files/sample";
import { plain } from "@/lib/platform/record";

/** One column of a file: what it is called, what stands in it, and what that looks like. */
export type Column = {
  readonly name: string;
  /** The values that are not blank, in the order of the file. */
  readonly values: readonly string[];
  readonly distinct: readonly string[];
  readonly looks: "blank" | "dates" | "numbers" | "flags" | "addresses" | "words";
};

const DATE =
  /^\d{4}[-/.]\d{1,2}([-/.]\d{1,2}.*)?$|^\d{1,2}[-/. ]([A-Za-z]{3,9}|\d{1,2})[-/. ,]+\d{2,4}.*$|^[A-Za-z]{3,9} \d{1,2},? \d{4}.*$/;
const NUMBER = /^[+-]?[\d.,]*\d[\d.,]*$/;
const FLAG = /^(true|false|t|f|yes|no|y|n)$/i;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MOST_DISTINCT = 200;

export function columnsOf({ header, rows }: Sample): Column[] {
  const sound = rows.filter(({ cells, fault }) => !fault && cells.length === header.length);
  return header.map((name, index) => {
    const values = sound.map(({ cells }) => plain((cells[index] ?? "").slice(0, 300))).filter((value) => value !== "");
    return { name: name.trim(), values, distinct: [...new Set(values)].slice(0, MOST_DISTINCT), looks: looksOf(values) };
  });
}

function looksOf(values: readonly string[]): Column["looks"] {
  if (values.length === 0) return "blank";
  const mostly = (pattern: RegExp) => values.filter((value) => pattern.test(value)).length >= values.length * 0.8;
  if (mostly(DATE)) return "dates";
  if (mostly(NUMBER)) return "numbers";
  if (mostly(FLAG)) return "flags";
  return mostly(ADDRESS) ? "addresses" : "words";
}
