import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Annual recurring revenue: 12 × Σ MRR.
 * Minor units a year. 0 for an empty book; null where a currency in it has no rate yet.
 * Source: metrics.md; Stripe, docs.stripe.com/billing/subscriptions/analytics/glossary.
 */
export const arr: RowMetric = {
  face: {
    id: "arr",
    name: "Annual recurring revenue",
    group: "Revenue",
    unit: "money",
    better: "higher",
    atEnd: true,
    question: "What does our recurring revenue come to in a year?",
    meaning: "Twelve times the monthly recurring revenue at the period's end.",
    formula: { words: "12 × MRR", symbols: "12 × Σ MRR" },
    leavesOut: [
      "Growth and churn still to come: it is today's MRR, held for a year.",
      "Trials, free plans, paused and unpaid subscriptions, one-off and metered prices, taxes.",
    ],
    elsewhere: [{ who: "Some boards", how: "Only contracts of a year or longer are counted." }],
    sources: ["Stripe, docs.stripe.com/billing/subscriptions/analytics/glossary"],
    dimensions: DIMENSIONS,
    example: { words: "MRR of 100.00 + 90.00 + 50.00 is 240.00 a month, and 2,880.00 a year." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 288_000,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "closing_customers",
  numerator: "12 * closing_value",
  unpriced: ["unpriced_closing"],
  details: MRR_DETAILS,
  from: ["mrr"],
};
