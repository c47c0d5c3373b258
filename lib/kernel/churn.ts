import { ratio } from "@/lib/kernel/ratio";

/**
 * What a monthly churn share comes to over `months`, if it stayed: 1 − (1 − m)^months. 3 % a month is 30.6 % a year, and not 36 %.
 * Shares, 0 to 1. Null stays null. Throws a RangeError for what is no share or no whole number of months.
 */
export function compoundChurn(monthly: number | null, months = 12): number | null {
  if (monthly === null) return null;
  if (!(monthly >= 0 && monthly <= 1)) throw new RangeError("a churn share lies between 0 and 1");
  if (!Number.isInteger(months) || months < 0) throw new RangeError("months are whole and not negative");
  return 1 - (1 - monthly) ** months;
}

/** The customers of a period. `lostOfJoined` joined and left inside it. */
export type CustomerFlow = {
  readonly opening: number;
  readonly joined: number;
  readonly lostOfOpening: number;
  readonly lostOfJoined: number;
};

/**
 * Customer churn of one and the same period, as three schools count it; shares, each null where it has nothing to divide by.
 * ours (and ChartMogul): lost of opening ÷ opening. Stripe: all lost ÷ (opening + joined). Baremetrics: all lost ÷ opening.
 * With 100 at the start, 25 who join and 10 + 5 who leave: 10 %, 12 %, 15 %. Only ours can not exceed 1, and only in ours newcomers
 * change nothing.
 *
 * Sources: help.chartmogul.com (customer churn rate), support.stripe.com/questions/calculating-subscriber-churn-rate-in-billing,
 * changelog.baremetrics.com/churn-update-4pqo9O.
 */
export function churnElsewhere({ opening, joined, lostOfOpening, lostOfJoined }: CustomerFlow) {
  const lost = lostOfOpening + lostOfJoined;
  return { ours: ratio(lostOfOpening, opening), stripe: ratio(lost, opening + joined), baremetrics: ratio(lost, opening) };
}
