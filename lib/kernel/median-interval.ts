/**
 * The interval that holds the median at least 19 times out of 20, whatever the values' distribution: from the k-th smallest to the k-th largest,
 * k the greatest for which a fair coin thrown n times shows fewer than k heads with probability 0.025 or less. In the unit of the values.
 *
 * Null for fewer than six values, where not even the smallest and the largest are apart enough. Source: Conover 1999, 3.2 (the sign test turned round).
 */
export function medianInterval(values: readonly number[]): [number, number] | null {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  let [k, below, term] = [0, 0, -n * Math.LN2];
  for (let heads = 0; heads < n; heads += 1) {
    below += Math.exp(term);
    if (below > 0.025) break;
    k = heads + 1;
    term += Math.log((n - heads) / (heads + 1));
  }
  const [low, high] = [sorted[k - 1], sorted[n - k]];
  return low === undefined || high === undefined ? null : [low, high];
}
