import { format } from "@/lib/kernel/format";
import { shown } from "@/lib/kernel/number-format";
import { isDay } from "@/lib/kernel/period";
import { describeDay } from "@/lib/kernel/period-words";
import type { EvidenceColumn } from "@/lib/metrics/types";

/** What stands over a column: its name, and the unit that its figures then need not repeat. */
export function headingWords({ label, unit }: EvidenceColumn): string {
  return isTime(unit) ? `${label}, ${unit}` : label;
}

/** A cell of a table of evidence: money in full, days as days, times with one digit so that points stand under points, nothing as a dash. */
export function cellWords(
  value: string | number | boolean | null,
  { unit, currency }: { unit: EvidenceColumn["unit"]; currency: string },
): string {
  if (value === null || value === "") return "—";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return unit === "date" && isDay(value) ? describeDay(value) : value;
  if (unit === "text" || unit === "date") return String(value);
  return isTime(unit) ? format(value, { unit: "ratio", digits: 1 }) : format(value, { unit, currency });
}

/** A numerator or denominator: money in full, a count as what it is, which may be less than a whole. */
export function weightWords(
  value: number | null,
  { unit, currency }: { unit: EvidenceColumn["unit"]; currency: string | undefined },
): string {
  if (value === null) return "—";
  return unit === "money" && currency ? format(value, { unit, currency }) : shown({ maximumFractionDigits: 2 }, value);
}

function isTime(unit: EvidenceColumn["unit"]): boolean {
  return unit === "hours" || unit === "days";
}
