import { addMonths } from "@/lib/kernel/period";
import type { Derivation } from "@/lib/ledger/state";
import type { Placed } from "@/lib/metrics/instants";
import type { SumsRequest } from "@/lib/metrics/sums";

/**
 * Whether kept sums give this period's figures: it is a month, a quarter, or twelve months whose last has begun, split or filtered by one
 * dimension at most, and either over when the sums were made, or not over and nothing has happened since. Sums over the months of a longer
 * period are kept for the whole alone, since each month's are by what accounts were at its own end, and only where all its months have begun.
 */
export function isRolled(placed: Placed | undefined, state: Derivation | null, { metrics, by, where, asOf }: SumsRequest): boolean {
  if (placed === undefined || state?.rolledAsOf == null || state.rolledUntil === null || state.rolledMonth === null) return false;
  const { period, endAt } = placed;
  const filters = Object.keys(where).length + (by === null ? 0 : 1);
  const months = lengthInMonths(period);
  if (months === null || filters > 1) return false;
  const byMonth = months > 1 && metrics.some(({ cut }) => cut === "months");
  if (byMonth && filters > 0) return false;
  const lastNeeded = months === 3 && !byMonth ? period.start : addMonths(period.end, -1);
  if (lastNeeded > state.rolledMonth) return false;
  if (endAt <= state.rolledAsOf) return asOf >= endAt;
  return state.rolledAsOf <= asOf && asOf <= state.rolledUntil;
}

function lengthInMonths({ start, end }: Placed["period"]): number | null {
  if (!start.endsWith("-01")) return null;
  const months = [1, 3, 12].find((length) => addMonths(start, length) === end);
  if (months === undefined || (months === 3 && (Number(start.slice(5, 7)) - 1) % 3 !== 0)) return null;
  return months;
}
