/**
 * The p values of several questions asked of the same data, made larger so that the chance of even one false "yes" among them stays at the level
 * each is held against: the i-th smallest of m is multiplied by m − i + 1, never falls below a smaller one's, and stops at 1. In the order given.
 * Empty for none. Throws a RangeError for what is no probability. Source: Holm 1979; R's p.adjust(method = "holm").
 */
export function holm(given: readonly number[]): number[] {
  if (given.some((p) => !(p >= 0 && p <= 1))) throw new RangeError("a p value lies between 0 and 1");
  const adjusted: number[] = [];
  let least = 0;
  [...given.keys()]
    .sort((a, b) => (given[a] ?? 0) - (given[b] ?? 0))
    .forEach((place, rank) => {
      least = Math.max(least, Math.min(1, (given[place] ?? 0) * (given.length - rank)));
      adjusted[place] = least;
    });
  return adjusted;
}
