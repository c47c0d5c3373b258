/** The standard normal's 97.5 % point: so many standard errors to both sides hold the true figure 19 times out of 20. */
export const Z95 = 1.959963984540054;

/**
 * The probability that a standard normal variable lies at least `z` away from 0, on either side: 1 for 0, 0.05 for 1.96. `z` may have either sign.
 * Throws a RangeError for what is no number. Exact to 1.2e-7 of itself. Source: Press et al., Numerical Recipes, erfc by Chebyshev fitting.
 */
export function twoSided(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("a distance is a number");
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const series = COEFFICIENTS.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return Math.min(1, t * Math.exp(-x * x + series));
}

const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277,
];
