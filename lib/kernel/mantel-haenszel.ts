import { twoSided, Z95 } from "@/lib/kernel/normal";

/** Cases alike but for one thing: of those that have it (`exposed`) and of the others, how many there are and to how many something happened. */
export type Stratum = { readonly exposed: Counts; readonly others: Counts };

type Counts = { readonly happened: number; readonly whole: number };

export type AdjustedDifference = {
  /** How much more often it happened to the exposed than to others of their stratum: a difference of shares, −1 to 1. */
  readonly difference: number;
  readonly standardError: number;
  /** 95 %, cut to −1 and 1. */
  readonly interval: [number, number];
  /** Of no difference, two-sided. */
  readonly p: number;
  /** How many strata hold both kinds, and how many cases are in them: the others say nothing. */
  readonly strata: number;
  readonly cases: number;
};

/**
 * The difference between two shares among cases alike in all else that is known, by Mantel and Haenszel: each stratum's own difference, weighted by
 * n₁n₀ ÷ (n₁ + n₀), so that many small strata do as well as few large ones. Spread by Sato, which holds for both.
 *
 *   Δ = Σ (a n₀ − b n₁) ÷ N ÷ W,   W = Σ n₁n₀ ÷ N,   var = (Δ ΣP + ΣQ) ÷ W²
 *   P = (n₁² b − n₀² a + n₁n₀(n₀ − n₁) ÷ 2) ÷ N²,   Q = (a(n₀ − b) + b(n₁ − a)) ÷ 2N
 *
 * Null where no stratum holds both kinds, or nothing varies. Throws a RangeError where something happened to more than there are.
 * Source: Mantel & Haenszel 1959; Sato 1989; Greenland & Robins 1985; Rothman, Greenland & Lash 2008, chapter 15.
 */
export function adjustedDifference(given: readonly Stratum[]): AdjustedDifference | null {
  if (given.some(({ exposed, others }) => !(isPart(exposed) && isPart(others))))
    throw new RangeError("a part lies between nothing and the whole");
  const strata = given.filter(({ exposed, others }) => exposed.whole > 0 && others.whole > 0);
  let [weight, top, p, q, cases] = [0, 0, 0, 0, 0];
  for (const { exposed, others } of strata) {
    const [a, n1, b, n0] = [exposed.happened, exposed.whole, others.happened, others.whole];
    const n = n1 + n0;
    cases += n;
    weight += (n1 * n0) / n;
    top += (a * n0 - b * n1) / n;
    p += (n1 ** 2 * b - n0 ** 2 * a + (n1 * n0 * (n0 - n1)) / 2) / n ** 2;
    q += (a * (n0 - b) + b * (n1 - a)) / (2 * n);
  }
  if (weight === 0) return null;
  const difference = top / weight;
  const standardError = Math.sqrt(Math.max(0, difference * p + q)) / weight;
  if (standardError === 0) return null;
  const interval: [number, number] = [Math.max(-1, difference - Z95 * standardError), Math.min(1, difference + Z95 * standardError)];
  return { difference, standardError, interval, p: twoSided(difference / standardError), strata: strata.length, cases };
}

function isPart({ happened, whole }: Counts): boolean {
  return happened >= 0 && happened <= whole;
}
