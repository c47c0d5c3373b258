import { compare, minus, ONE, plus, type Rational, rational, times } from "./rational";

/** The value below which a share of the sorted values lies, straight lines drawn between neighbours (type 7); null for none. */
export function percentile(values: readonly Rational[], share: Rational): Rational | null {
  const sorted = [...values].sort(compare);
  const place = times(rational(BigInt(Math.max(sorted.length - 1, 0))), share);
  const below = sorted[Number(place.n / place.d)];
  const above = sorted[Number(place.n / place.d) + 1] ?? below;
  if (below === undefined || above === undefined) return null;
  return plus(below, times(minus(above, below), rational(place.n % place.d, place.d)));
}

/** How long something took; where it had not happened yet, how long it had been waited for. */
export type Wait = { readonly time: Rational; readonly happened: boolean };

/** The first time by which half have got there, after Kaplan and Meier; those still waited for at a time stood at risk at it. Null where that is never. */
export function survivalMedian(waits: readonly Wait[]): Rational | null {
  let surviving = ONE;
  const ends = waits.filter(({ happened }) => happened).map(({ time }) => time);
  for (const time of ends.sort(compare).filter((one, place, all) => place === 0 || compare(one, all[place - 1] ?? one) !== 0)) {
    const atRisk = waits.filter((wait) => compare(wait.time, time) >= 0).length;
    const ended = waits.filter((wait) => wait.happened && compare(wait.time, time) === 0).length;
    surviving = times(surviving, rational(BigInt(atRisk - ended), BigInt(atRisk)));
    if (compare(surviving, rational(1n, 2n)) <= 0) return time;
  }
  return null;
}
