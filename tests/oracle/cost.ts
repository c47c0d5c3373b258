import { midnight } from "./clock";
import { type Cut, count, isIn } from "./cut";
import type { Expected } from "./expected";
import type { Life } from "./life";
import { movements, rateAt } from "./movement";
import { over, type Rational, rational, sum, times, ZERO } from "./rational";

const KEEPING = ["success", "support", "onboarding", "training", "loyalty", "retention"];

/** What a buyer has paid in one-off sales by the period's end, at the margin that lifetime values are read at (metrics.md 11). */
export function purchases(life: Life, cut: Cut): Record<string, Expected> {
  const bought = life.purchases.filter(({ at }) => at < cut.until);
  const paid = bought.map(({ amount, currency, at }) => worth(life, amount, currency, at));
  const margin = rational(BigInt(life.rules.gross_margin_pct), 100n);
  const kept = paid.every((one) => one !== null) ? times(sum(paid), margin) : null;
  return { "purchase-lifetime-value": { value: kept && over(kept, count([...new Set(bought.map(({ account }) => account))])) } };
}

/** What keeping a customer cost: what was spent in the months that begin in the period, by those there at both of its ends (metrics.md 19). */
export function cost(life: Life, cut: Cut): Record<string, Expected> {
  const retained = count(movements(life, cut.from, cut.until).filter(({ isOpening, isClosing }) => isOpening && isClosing));
  const spent = life.costs
    .filter(({ month, category }) => isIn(midnight(month, life.rules.timeZone), cut) && KEEPING.includes(category ?? ""))
    .map(({ amount, currency, month }) => worth(life, amount, currency, midnight(month, life.rules.timeZone)));
  const isPriced = spent.every((one) => one !== null);
  const whole = sum(spent.map((one) => one ?? ZERO));
  return {
    "customer-retention-cost": isPriced
      ? { value: over(whole, retained), numerator: whole, denominator: retained, details: { cost: whole, retained } }
      : { value: null },
  };
}

function worth(life: Life, amount: bigint, currency: string, at: Date): Rational | null {
  const rate = rateAt(life, currency, at);
  return rate && times(rational(amount), rate);
}
