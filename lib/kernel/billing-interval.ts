/** How often a price is charged. `none` is charged once and is not recurring. */
export const INTERVALS = ["day", "week", "month", "quarter", "year", "none"] as const;
export type Interval = (typeof INTERVALS)[number];

/** An exact fraction, since a third of a cent has no decimal. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/**
 * How many times an interval is charged in an average month: month 1, quarter 1/3, year 1/12, week 52/12, day 365/12, none 0.
 * Not 4 weeks, 4.33 or 30 days. Source: Fivetran's dbt_stripe for the week; the day as its year's twelfth part.
 */
export const CHARGES_A_MONTH: Record<Interval, Fraction> = {
  day: { numerator: 365n, denominator: 12n },
  week: { numerator: 52n, denominator: 12n },
  month: { numerator: 1n, denominator: 1n },
  quarter: { numerator: 1n, denominator: 3n },
  year: { numerator: 1n, denominator: 12n },
  none: { numerator: 0n, denominator: 1n },
};

/** A price as a subscription states it: minor units per interval and unit of quantity, charged every `intervalCount` intervals. */
export type Price = { readonly amount: bigint; readonly interval: Interval; readonly intervalCount?: bigint; readonly quantity?: bigint };

/**
 * What a price is worth a month, before discounts, as an exact fraction of minor units: amount × quantity × charges a month ÷ interval count.
 * $1,200 a year is $100 a month, $300 every three months too; what is charged once is worth 0.
 * Throws a RangeError for an interval count below 1.
 */
export function monthlyWorth({ amount, interval, intervalCount = 1n, quantity = 1n }: Price): Fraction {
  if (intervalCount < 1n) throw new RangeError("an interval count is at least 1");
  const { numerator, denominator } = CHARGES_A_MONTH[interval];
  return { numerator: amount * quantity * numerator, denominator: denominator * intervalCount };
}

/** The nearest double. Exact division comes first, so that 10000/12 is not built from rounded parts. */
export function toNumber({ numerator, denominator }: Fraction): number {
  const whole = numerator / denominator;
  return Number(whole) + Number(numerator - whole * denominator) / Number(denominator);
}
