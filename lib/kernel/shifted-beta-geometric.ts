import { minimise } from "@/lib/kernel/minimise";

/**
 * A cohort model for customers under contract: each renews or not with a constant chance of its own, and these chances are spread over
 * the customers as a beta distribution. It explains why the retention of a cohort rises without anyone improving: the loose leave first.
 *
 * Source: Fader & Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21 (2007). Periods are renewals: 0 is
 * the beginning, 1 the first renewal.
 */
export type BetaGeometric = { readonly alpha: number; readonly beta: number };

/** How many (or which share) of a cohort were there at the beginning, after one renewal, after two, … Never rising. */
export type Cohort = readonly number[];

/** S(0), S(1), … S(periods): the share still there after each renewal, S(t) = S(t−1) (β + t − 1) ÷ (α + β + t − 1). */
export function survival({ alpha, beta }: BetaGeometric, periods: number): number[] {
  const shares = [1];
  for (let t = 1; t <= periods; t += 1) shares.push(((shares[t - 1] ?? 0) * (beta + t - 1)) / (alpha + beta + t - 1));
  return shares;
}

/** r(1), … r(periods): the share of those still there who renew each time, (β + t − 1) ÷ (α + β + t − 1). Rises with t. */
export function renewalShares({ alpha, beta }: BetaGeometric, periods: number): number[] {
  return Array.from({ length: periods }, (_, t) => (beta + t) / (alpha + beta + t));
}

/**
 * ln of the probability of what the cohorts did: Σ lost in t × ln(S(t−1) − S(t)) + still there × ln S(last), cohorts of any age added up.
 * In shares it is per customer, in counts of the whole. 0 for no cohorts.
 */
export function logLikelihood(model: BetaGeometric, cohorts: readonly Cohort[]): number {
  const shares = survival(model, Math.max(0, ...cohorts.map(({ length }) => length - 1)));
  const term = (weight: number, probability: number) => (weight === 0 ? 0 : weight * Math.log(probability));
  return cohorts
    .flatMap((cohort) => cohort.map((there, t) => ({ there, next: cohort[t + 1], now: shares[t] ?? 0, after: shares[t + 1] ?? 0 })))
    .reduce((sum, { there, next, now, after }) => sum + (next === undefined ? term(there, now) : term(there - next, now - after)), 0);
}

/**
 * The model under which what the cohorts did is likeliest. Null where they cannot tell: fewer than two renewals seen, or nobody lost,
 * or everybody. Throws a RangeError for a cohort that rises or is negative.
 */
export function fitBetaGeometric(cohorts: readonly Cohort[]): BetaGeometric | null {
  if (cohorts.some((cohort) => cohort.some((there, t) => !(there >= 0 && there <= (cohort[t - 1] ?? there)))))
    throw new RangeError("a cohort never rises");
  const seen = cohorts.filter((cohort) => cohort.length > 1 && (cohort[0] ?? 0) > 0);
  const lost = seen.some((cohort) => (cohort.at(-1) ?? 0) < (cohort[0] ?? 0));
  const kept = seen.some((cohort) => (cohort[1] ?? 0) > 0);
  if (!lost || !kept || !seen.some(({ length }) => length > 2)) return null;
  const size = seen.reduce((sum, cohort) => sum + (cohort[0] ?? 0), 0);
  const found = minimise((at) => -logLikelihood(model(at), seen) / size, [0, 0]);
  return found && model(found);
}

function model([logAlpha = 0, logBeta = 0]: readonly number[]): BetaGeometric {
  return { alpha: Math.exp(logAlpha), beta: Math.exp(logBeta) };
}
