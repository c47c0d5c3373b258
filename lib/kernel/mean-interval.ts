import { student95 } from "@/lib/kernel/student";

/**
 * The 95 % interval of a mean of `n` values, from their sum and the sum of their squares: m ± t(n − 1) · s ÷ √n, cut to the scale the values
 * come from. In the unit of the values. Null for fewer than two, which say nothing of their spread. Source: Student 1908.
 */
export function meanInterval(
  { n, sum, squares }: { n: number; sum: number; squares: number },
  [lowest, highest]: readonly [number, number],
): [number, number] | null {
  if (n < 2) return null;
  const mean = sum / n;
  const variance = Math.max(0, (squares - sum * mean) / (n - 1));
  const reach = student95(n - 1) * Math.sqrt(variance / n);
  return [Math.max(lowest, mean - reach), Math.min(highest, mean + reach)];
}
