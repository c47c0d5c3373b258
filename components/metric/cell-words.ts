import { format } from "@/lib/kernel/format";
import { isDay } from "@/lib/kernel/period";
import { describeDay } from "@/lib/kernel/period-words";
import type { EvidenceColumn } from "@/lib/metrics/types";

/** A cell of a table of evidence: money in full, days as days, nothing as a dash. */
export function cellWords(
  value: string | number | boolean | null,
  { unit, currency }: { unit: EvidenceColumn["unit"]; currency: string },
): string {
  if (value === null || value === "") return "—";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return unit === "date" && isDay(value) ? describeDay(value) : value;
  if (unit === "text" || unit === "date") return String(value);
  return format(value, { unit, currency });
}

/** A numerator or denominator: money in full, a count as what it is, which may be less than a whole. */
export function weightWords(
  value: number | null,
  { unit, currency }: { unit: EvidenceColumn["unit"]; currency: string | undefined },
): string {
  if (value === null) return "—";
  return unit === "money" && currency ? format(value, { unit, currency }) : value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
