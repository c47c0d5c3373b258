import { addMonths } from "@/lib/kernel/period";
import type { Derivation } from "@/lib/ledger/state";
import type { Placed } from "@/lib/metrics/instants";
import type { SumsRequest } from "@/lib/metrics/sums";

/**
 * Whether kept sums give this period's figures: it is a month, quarter or twelve months, split or filtered by one dimension at most, and either over
 * when the sums were made, or not over and nothing has happened since. Sums over the months of a longer period are kept for the whole alone,
 * since each month's are by what accounts were at its own end.
 */
export function isRolled(placed: Placed | undefined, state: Derivation | null, { metrics, by, where, asOf }: SumsRequest): boolean {
  if (placed === undefined || state?.rolledAsOf == null || state.rolledUntil === null) return false;
  const { period, endAt } = placed;
  const filters = Object.keys(where).length + (by === null ? 0 : 1);
  if (filters > 1) return false;
  const months = lengthInMonths(period);
  if (months === null) return false;
  if (months > 1 && filters > 0 && metrics.some(({ cut }) => cut === "months")) return false;
  if (endAt <= state.rolledAsOf) return asOf >= endAt;
  return state.rolledAsOf <= asOf && asOf <= state.rolledUntil;
}

function lengthInMonths({ start, end }: Placed["period"]): number | null {
  if (!start.endsWith("-01")) return null;
  const months = [1, 3, 12].find((length) => addMonths(start, length) === end);
  if (months === undefined || (months === 3 && (Number(start.slice(5, 7)) - 1) % 3 !== 0)) return null;
  return months;
}
