import { format } from "@/lib/kernel/format";
import type { Unit } from "@/lib/kernel/unit";

/** An interval in words: `1.4% to 5.7%`; empty where there is none. */
export function spanWords(interval: readonly [number, number] | null, unit: Unit, digits: number): string {
  if (interval === null) return "";
  return `${format(interval[0], { unit, digits })} to ${format(interval[1], { unit, digits })}`;
}

/** A share as people say it of a hundred: 0.688 is `69`. */
export function ofHundred(share: number): string {
  return format(share * 100, { unit: "count" });
}

export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** How many have left since the first month's end that is seen, and of how many of them a score was known before. */
export function leftWords({ left, scored, points }: { left: number; scored: number; points: number }): string {
  const since = `since the ${points === 1 ? "one month's end that is seen" : `first of ${points.toLocaleString("en-US")} months' ends`}`;
  if (left === 0) return `No account has left ${since}.`;
  const had = left === 1 ? (scored === 0 ? "it had no" : "it had a") : scoredOf(left, scored);
  return `${counted(left, "account has", "accounts have")} left ${since}, and ${had} score in the 90 days before.`;
}

function scoredOf(left: number, scored: number): string {
  if (scored === 0) return "none of them had a";
  return scored === left ? "each had a" : `${scored.toLocaleString("en-US")} of them had a`;
}
