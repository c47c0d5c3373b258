import { amountOf, type Class, type Movement } from "./movement";
import { least, minus, over, plus, type Rational, sum, ZERO } from "./rational";

const CLASSES = ["new", "reactivation", "expansion", "contraction", "churn"] as const;

export type Bridge = Record<Class, Rational> & { readonly opening: Rational; readonly closing: Rational; readonly fxImpact: Rational };

/** The bridge of a period, customer by customer and then added up; null where a currency in it has no rate at one of the ends. */
export function bridge(moved: readonly Movement[]): Bridge | null {
  if (moved.some(({ opening, kept, closing }) => opening === null || kept === null || closing === null)) return null;
  const of = (kind: Class) => sum(moved.filter((one) => one.class === kind).map((one) => amountOf(one) ?? ZERO));
  const money = (pick: (one: Movement) => Rational | null) => sum(moved.map((one) => pick(one) ?? ZERO));
  const classes = Object.fromEntries(CLASSES.map((kind) => [kind, of(kind)])) as Record<Class, Rational>; // the keys are CLASSES
  return {
    ...classes,
    opening: money(({ opening }) => opening),
    closing: money(({ closing }) => closing),
    fxImpact: minus(
      money(({ closing }) => closing),
      money(({ kept }) => kept),
    ),
  };
}

/** Counts of customers at the two ends of a period, and between them. */
export function customers(moved: readonly Movement[]) {
  const count = (pick: (one: Movement) => boolean) => moved.filter(pick).length;
  return {
    opening: count(({ isOpening }) => isOpening),
    closing: count(({ isClosing }) => isClosing),
    new: count((one) => one.class === "new"),
    reactivated: count((one) => one.class === "reactivation"),
    lost: count((one) => one.class === "churn"),
    intraPeriod: count(({ isBetween }) => isBetween),
  };
}

/** The rates of a period (metrics.md, sections 3 to 6), exact; each null where nothing was there at the opening, money also without a rate. */
export function rates(moved: readonly Movement[]) {
  const opened = moved.filter(({ isOpening }) => isOpening);
  const counts = customers(moved);
  const share = (part: number) => over({ n: BigInt(part), d: 1n }, { n: BigInt(opened.length), d: 1n });
  const isPriced = opened.every(({ opening, kept }) => opening !== null && kept !== null);
  const pairs = opened.map(({ opening, kept }) => ({ was: opening ?? ZERO, is: kept ?? ZERO }));
  const was = sum(pairs.map((pair) => pair.was));
  const money = (part: Rational) => (isPriced ? over(part, was) : null);
  const kept = sum(pairs.map(({ was, is }) => least(was, is)));
  const grown = sum(pairs.map(({ was, is }) => minus(is, least(was, is))));
  return {
    customerChurn: share(counts.lost),
    customerRetention: share(counts.opening - counts.lost),
    netCustomerChange: share(counts.opening - counts.closing),
    grossChurn: money(minus(was, kept)),
    netChurn: money(minus(minus(was, kept), grown)),
    expansion: money(grown),
    grossRetention: money(kept),
    netRetention: money(plus(kept, grown)),
  };
}
