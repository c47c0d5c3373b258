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
  if (unit === "ratio") return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
  return format(value, { unit, currency });
}
