import { DIMENSIONS } from "@/lib/kernel/dimension";
import { lifetimeValue } from "@/lib/kernel/lifetime-value";
import { addDays, addMonths, type Day, type Period } from "@/lib/kernel/period";
import { expectedPayments } from "@/lib/metrics/customer-lifetime-value/cohort-model";
import type { DerivedMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";

const MONTHS = 6;

/**
 * Customer lifetime value: ARPA × margin ÷ churn, where churn is the mean of the six monthly customer churn rates up to the period's end, or up to
 * the reading where the period is not over, months without customers skipped, and ARPA is that of the same instant. Minor units.
 * Null where nobody left in those months: there is not enough churn to tell, and no cap is assumed.
 * Source: metrics.md §11; ChartMogul, help.chartmogul.com (customer lifetime value).
 */
export const customerLifetimeValue: DerivedMetric = {
  face: {
    id: "customer-lifetime-value",
    name: "Customer lifetime value",
    group: "Revenue",
    unit: "money",
    better: "higher",
    question: "What is a customer worth to us over their life?",
    meaning:
      "What an average customer pays until they leave, at the pace at which customers have lately left, less what serving them costs.",
    formula: { words: "ARPA × gross margin ÷ mean monthly customer churn of six months", symbols: "ARPA × m ÷ mean(c₁ … c₆)" },
    leavesOut: ["Expansion: churn is that of customers, and not net of growth.", "Discounting of later years."],
    elsewhere: [
      { who: "Stripe", how: "Assumes 1.67 % churn, a life of 60 months, where nobody left; here there is no answer." },
      { who: "ProfitWell", how: "Smooths, roughly ARPU ÷ (1 − retention)." },
      { who: "Older articles", how: "Purchase value × purchases a year × years, for those who sell one by one." },
    ],
    sources: ["ChartMogul, help.chartmogul.com (customer lifetime value)", "Fader and Hardie 2007, How to project customer retention"],
    dimensions: DIMENSIONS,
    example: { words: "ARPA is 80.00 and one of four left in the only month with customers: 80 ÷ 25 % = 320.00." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 32_000,
  },
  from: ["arpa", "customer-churn-rate"],
  variants: async ({ details: { arpa, margin } }, cohorts) => {
    const payments = expectedPayments(await cohorts());
    const value = payments === null || arpa == null ? null : arpa * (margin ?? 1) * payments;
    return [{ who: "The cohort model, later payments worth 10 % a year less (Fader and Hardie)", value }];
  },
  needs: (period, until) => [
    { id: "arpa", period },
    ...monthsUpTo(period, until).map((month) => ({ id: "customer-churn-rate", period: month })),
  ],
  derive: (found, period, until, { gross_margin_pct }) => {
    const { value: arpa, rows } = found("arpa", period);
    const rates = monthsUpTo(period, until).flatMap((month) => found("customer-churn-rate", month).value ?? []);
    const churn = rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    const margin = gross_margin_pct / 100;
    const { value, lifetime } = lifetimeValue({ arpa, churn, margin });
    return { value, rows, details: { arpa, churn, margin, lifetime } };
  },
};

/** The six calendar months up to the one that holds the last day that counts; none goes beyond the period's end. */
function monthsUpTo({ end }: Period, until: Day): Period[] {
  const last: Day = `${addDays(until, -1).slice(0, 7)}-01`;
  return Array.from({ length: MONTHS }, (_, index) => {
    const start = addMonths(last, index - MONTHS + 1);
    const next = addMonths(start, 1);
    return { start, end: next < end ? next : end };
  });
}
