import type { Value } from "@/lib/imports/prepared";

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A value as PostgreSQL's COPY text reads it. */
export function copyText(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (value instanceof Date) return iso(value);
  return typeof value === "object" ? escaped(JSON.stringify(value)) : String(value);
}

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (found) => ESCAPES[found] ?? found) : text;
}

const written = new WeakMap<Date, string>();

// Rows of one file share their dates, and writing one out is dear.
function iso(date: Date): string {
  const known = written.get(date);
  if (known !== undefined) return known;
  const text = date.toISOString();
  written.set(date, text);
  return text;
}
