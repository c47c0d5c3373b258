import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Customers: #{MRR > 0}.
 * A count; 0 for an empty book.
 * Source: metrics.md; Stripe, docs.stripe.com/billing/subscriptions/analytics/glossary; ChartMogul, help.chartmogul.com (MRR movement
 * definitions, customer and MRR churn).
 */
export const customers: RowMetric = {
  face: {
    id: "customers",
    name: "Customers",
    group: "Revenue",
    unit: "count",
    better: "higher",
    atEnd: true,
    question: "How many accounts pay us?",
    meaning: "Accounts with MRR above zero just before the period's end.",
    formula: { words: "accounts with MRR > 0", symbols: "#{MRR > 0}" },
    leavesOut: ["Accounts on a trial, on a free plan, wholly discounted or paused."],
    elsewhere: [
      { who: "ChartMogul", how: "A customer at 100 % discount stays a customer by default." },
      { who: "HubSpot and others", how: "Every company record in the customer stage." },
    ],
    sources: [
      "Stripe, docs.stripe.com/billing/subscriptions/analytics/glossary",
      "ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)",
    ],
    dimensions: DIMENSIONS,
    example: { words: "Harbor, Lantern and Quarry pay, Meadow has left: 3." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 3,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "closing_customers",
  numerator: "closing_customers",
  details: MRR_DETAILS,
};
