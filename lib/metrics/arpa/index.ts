import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Average revenue per account: Σ MRR ÷ #{MRR > 0}.
 * Minor units a month. Null without customers, or where a currency has no rate yet.
 * Source: metrics.md; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn); Stripe,
 * docs.stripe.com/billing/subscriptions/analytics/glossary.
 */
export const arpa: RowMetric = {
  face: {
    id: "arpa",
    name: "Average revenue per account",
    group: "Revenue",
    unit: "money",
    better: "higher",
    atEnd: true,
    question: "What does an account pay us on average?",
    meaning: "MRR divided by the customers who pay it.",
    formula: { words: "MRR ÷ customers", symbols: "Σ MRR ÷ #{MRR > 0}" },
    leavesOut: ["Accounts without MRR."],
    elsewhere: [{ who: "Stripe", how: "The average is taken per subscriber, with the same meaning." }],
    sources: [
      "ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)",
      "Stripe, docs.stripe.com/billing/subscriptions/analytics/glossary",
    ],
    dimensions: DIMENSIONS,
    example: { words: "(100 + 90 + 50) ÷ 3 = 80.00." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 8_000,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "closing_customers",
  numerator: "closing_value",
  denominator: "closing_customers",
  unpriced: ["unpriced_closing"],
  details: MRR_DETAILS,
};
