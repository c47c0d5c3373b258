import { discountedLifetime } from "@/lib/kernel/discounted-lifetime";
import { fitBetaGeometric } from "@/lib/kernel/shifted-beta-geometric";
import type { Cohort } from "@/lib/metrics/cohorts";

const LEAST_CUSTOMERS = 100;
const LEAST_RENEWALS = 3;

/** 10 % a year, by the month. */
const DISCOUNT = 1.1 ** (1 / 12) - 1;

/**
 * Months of payment, later ones worth less by 10 % a year, that a new customer is expected to bring by the cohort model (metrics.md §11.3): some
 * customers are loyal and some are not, so that those who stay grow ever more loyal. Null below 100 customers or three months seen, or where
 * nobody left. A cohort that grew because someone returned counts as it was before.
 */
export function expectedPayments(cohorts: readonly Cohort[]): number | null {
  const counted = cohorts.map(({ size, customers }) =>
    falling([size, ...customers.flatMap((share) => (share === null ? [] : Math.round(share * size)))]),
  );
  if (counted.reduce((sum, [size = 0]) => sum + size, 0) < LEAST_CUSTOMERS || !counted.some(({ length }) => length > LEAST_RENEWALS))
    return null;
  const model = fitBetaGeometric(counted);
  return model && discountedLifetime(model, DISCOUNT);
}

function falling(counts: readonly number[]): number[] {
  let least = Number.POSITIVE_INFINITY;
  return counts.map((count) => {
    least = Math.min(least, count);
    return least;
  });
}
