import { Z95 as Z } from "@/lib/kernel/normal";

/**
 * The 95 % interval of a share that counts: `part` of `whole` cases, by Wilson's score. Shares, 0 to 1; it contains the share and never
 * leaves [0, 1], also at 0 of n and n of n, where the usual ± would claim certainty.
 *
 *   (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)
 *
 * Null over nothing. Throws a RangeError unless 0 <= part <= whole. Source: Wilson 1927; R's binom.confint(method = "wilson").
 */
export function wilson(part: number, whole: number): [number, number] | null {
  if (!(part >= 0 && part <= whole)) throw new RangeError("a part lies between nothing and the whole");
  if (whole === 0) return null;
  const p = part / whole;
  const middle = p + Z ** 2 / (2 * whole);
  const reach = Z * Math.sqrt((p * (1 - p)) / whole + Z ** 2 / (4 * whole ** 2));
  const scale = 1 + Z ** 2 / whole;
  return [part === 0 ? 0 : (middle - reach) / scale, part === whole ? 1 : (middle + reach) / scale];
}
