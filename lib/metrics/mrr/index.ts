import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Monthly recurring revenue: Σ (amount × quantity × ∏(1 − percent) − fixed) × f(interval) ÷ interval count.
 * Minor units of the workspace's currency a month, at the exchange rate of the reading's instant. 0 for an empty book; null where a
 * currency in it has no rate yet.
 * Source: metrics.md; Stripe, docs.stripe.com/billing/subscriptions/analytics/glossary; ChartMogul, help.chartmogul.com (MRR movement
 * definitions, customer and MRR churn); Paddle, www.paddle.com/help/profitwell-metrics; Kill Bill analytics, the price rows of its
 * tests.
 */
export const mrr: RowMetric = {
  face: {
    id: "mrr",
    name: "Monthly recurring revenue",
    group: "Revenue",
    unit: "money",
    better: "higher",
    atEnd: true,
    question: "How much recurring revenue do we have?",
    meaning: "What all customers pay a month, just before the period's end, each price brought to a month.",
    formula: {
      words: "sum over paid subscriptions of price × quantity, brought to a month and less recurring discounts",
      symbols: "Σ (amount × quantity × ∏(1 − percent) − fixed) × f(interval) ÷ interval count",
    },
    leavesOut: [
      "Trials, free plans, paused and unpaid subscriptions, one-off and metered prices, taxes.",
      "Discounts given once; what was invoiced or collected.",
    ],
    elsewhere: [
      { who: "Stripe", how: "Only discounts that hold forever lower MRR, unless set otherwise." },
      { who: "ChartMogul with Stripe billing", how: "A paused subscription keeps its MRR." },
      { who: "ProfitWell", how: "Recurring metered charges are counted." },
      { who: "Fivetran's Stripe models", how: "Weeks are 52/12 of a month, as here; others take 4 or 4.33." },
    ],
    sources: [
      "Stripe, docs.stripe.com/billing/subscriptions/analytics/glossary",
      "ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)",
      "Paddle, www.paddle.com/help/profitwell-metrics",
      "Kill Bill analytics, the price rows of its tests",
    ],
    dimensions: DIMENSIONS,
    example: {
      words: "Harbor pays 100.00, Lantern went from 60.00 to 90.00, Quarry from 80.00 to 50.00, Meadow left: 100 + 90 + 50 = 240.00.",
    },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 24_000,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "closing_customers",
  numerator: "closing_value",
  unpriced: ["unpriced_closing"],
  details: MRR_DETAILS,
};
