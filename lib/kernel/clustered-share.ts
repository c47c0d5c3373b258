import { wilson } from "@/lib/kernel/wilson";

/** Of one group (an account): `part` of `whole`; both may be counts or money. */
export type GroupShare = { readonly part: number; readonly whole: number };

export type ClusteredShare = { readonly value: number; readonly interval: [number, number] | null; readonly groups: number };

/**
 * A share whose cases come in groups that are not independent, as an account's months are not: Σ part ÷ Σ whole, with its 95 % interval by
 * Wilson's score over as many independent cases as would spread as the groups do.
 *
 *   n = p(1 − p) ÷ var(p),   var(p) = k ÷ (k − 1) × Σ (part − p × whole)² ÷ (Σ whole)²
 *
 * n is never above the groups' own effective number (Σ whole)² ÷ Σ whole², so that neither many months of few accounts nor many pennies are taken
 * for many cases; it is that number where nothing or everything happened. Share, 0 to 1. Groups without a whole are left out. Null over nothing,
 * and no interval for a single group. Throws a RangeError unless 0 <= part <= whole. Source: Wilson 1927; Kish 1965 (design effect); Dean & Pagano 2015.
 */
export function clusteredShare(given: readonly GroupShare[]): ClusteredShare | null {
  if (given.some(({ part, whole }) => !(part >= 0 && part <= whole))) throw new RangeError("a part lies between nothing and the whole");
  const groups = given.filter(({ whole }) => whole > 0);
  const sum = (of: (group: GroupShare) => number) => groups.reduce((total, group) => total + of(group), 0);
  const whole = sum((group) => group.whole);
  if (whole === 0) return null;
  const value = sum(({ part }) => part) / whole;
  if (groups.length < 2) return { value, interval: null, groups: groups.length };
  const most = whole ** 2 / sum((group) => group.whole ** 2);
  const variance = ((groups.length / (groups.length - 1)) * sum((group) => (group.part - value * group.whole) ** 2)) / whole ** 2;
  const cases = variance > 0 ? Math.min(most, (value * (1 - value)) / variance) : most;
  return { value, interval: wilson(value * cases, cases), groups: groups.length };
}
