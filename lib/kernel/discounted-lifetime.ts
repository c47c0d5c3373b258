import type { BetaGeometric } from "@/lib/kernel/shifted-beta-geometric";

const NEGLIGIBLE = 1e-12;

/**
 * Payments a customer is expected to make from its beginning on, each worth less by `discount` a period: Σ S(t) ÷ (1 + d)^t from t = 0, the
 * first at full worth. `horizon` counts only so many payments. Times the payment it is the customer's lifetime value at the outset.
 * Throws a RangeError for a discount of 0 or less without a horizon: the sum may have no end.
 */
export function discountedLifetime(model: BetaGeometric, discount: number, horizon = Number.POSITIVE_INFINITY): number {
  return discounted({ model, discount, horizon, worth: 1, renewed: 0 });
}

/**
 * The same for a customer who has renewed `renewals` times and is about to decide again: Σ S(t) ÷ S(n) ÷ (1 + d)^(t−n−1) from t = n + 1, the
 * next payment at full worth. The longer a customer stayed, the more is left of it. Fader & Hardie 2010 count the renewals from 1: their n is ours + 1.
 */
export function discountedResidualLifetime(model: BetaGeometric, discount: number, renewals: number): number {
  const worth = renewal(model, renewals + 1);
  return discounted({ model, discount, horizon: Number.POSITIVE_INFINITY, worth, renewed: renewals + 1 });
}

type Stream = { model: BetaGeometric; discount: number; horizon: number; worth: number; renewed: number };

// Each further payment is worth the one before × the chance that it comes ÷ (1 + d); what remains after it is less than a geometric rest.
function discounted({ model, discount, horizon, worth, renewed }: Stream): number {
  if (discount <= 0 && horizon === Number.POSITIVE_INFINITY) throw new RangeError("without a horizon the discount is above 0");
  let sum = 0;
  for (let t = 0, next = worth; t < horizon && !(next < NEGLIGIBLE * discount); t += 1) {
    sum += next;
    next *= renewal(model, renewed + t + 1) / (1 + discount);
  }
  return sum;
}

function renewal({ alpha, beta }: BetaGeometric, t: number): number {
  return (beta + t - 1) / (alpha + beta + t - 1);
}
