import { churnElsewhere, compoundChurn } from "@/lib/kernel/churn";
import { DIMENSIONS } from "@/lib/kernel/dimension";
import { monthsOf } from "@/lib/kernel/period";
import type { RowMetric, Variants } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { ofShare } from "@/lib/metrics/interval";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Customer churn: #{A > 0, B = 0} ÷ #{A > 0}.
 * Share of opening customers; null where there were none. The two ends of the whole period are compared, whatever its length.
 * Source: metrics.md; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn); Stripe,
 * docs.stripe.com/billing/subscriptions/analytics/glossary; Baremetrics, help.baremetrics.com (user and revenue churn).
 */
export const customerChurnRate: RowMetric = {
  face: {
    id: "customer-churn-rate",
    name: "Customer churn",
    group: "Revenue",
    unit: "share",
    better: "lower",
    question: "What share of our customers left?",
    meaning: "Customers at the period's start who pay nothing at its end, of all at its start.",
    formula: { words: "customers lost ÷ customers at the start", symbols: "#{A > 0, B = 0} ÷ #{A > 0}" },
    leavesOut: ["Customers who joined in the period, also if they left again in it.", "Customers who left and came back inside it."],
    elsewhere: [
      { who: "Stripe", how: "(Lost, newcomers included) ÷ (opening + new): 12 % where this is 10 %." },
      { who: "Baremetrics", how: "(Lost, newcomers included) ÷ opening: 15 % where this is 10 %." },
      { who: "Some articles", how: "(Start − end) ÷ start: see Net customer change." },
    ],
    sources: [
      "ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)",
      "Stripe, docs.stripe.com/billing/subscriptions/analytics/glossary",
      "Baremetrics, help.baremetrics.com (user and revenue churn)",
    ],
    dimensions: DIMENSIONS,
    example: { words: "Four customers at the start, Meadow left: 1 ÷ 4 = 25 %." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 0.25,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "opening_customers",
  numerator: "lost_customers",
  denominator: "opening_customers",
  interval: ofShare,
  details: MRR_DETAILS,
  variants,
};

// Another school counts newcomers who left again, and every joiner below the line.
async function variants({ details, value, period }: Parameters<Variants>[0]) {
  const count = (name: string) => details[name] ?? 0;
  const between = count("intraPeriodCustomers");
  const { stripe, baremetrics } = churnElsewhere({
    opening: count("openingCustomers"),
    joined: count("newCustomers") + count("reactivatedCustomers") + between,
    lostOfOpening: count("lostCustomers"),
    lostOfJoined: between,
  });
  const year = monthsOf(period).length === 1 ? [{ who: "A year of such months", value: compoundChurn(value) }] : [];
  return [{ who: "Stripe", value: stripe }, { who: "Baremetrics", value: baremetrics }, ...year];
}
