import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Gross MRR churn: Σ max(A − B, 0) ÷ Σ A.
 * Share of opening MRR at the opening exchange rate; null without any, or where a currency has no rate yet.
 * Source: metrics.md; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn); For Entrepreneurs, SaaS
 * metrics 2.0.
 */
export const grossMrrChurnRate: RowMetric = {
  face: {
    id: "gross-mrr-churn-rate",
    name: "Gross MRR churn",
    group: "Revenue",
    unit: "share",
    better: "lower",
    question: "What share of our recurring revenue did we lose?",
    meaning: "MRR lost by customers who left or shrank, of all MRR at the period's start.",
    formula: { words: "(churned + contraction) ÷ opening MRR", symbols: "Σ max(A − B, 0) ÷ Σ A" },
    leavesOut: ["Expansion, new and returned customers.", "What exchange rates did."],
    elsewhere: [{ who: "Skok", how: "Dollar churn, with the same meaning." }],
    sources: ["ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)", "For Entrepreneurs, SaaS metrics 2.0"],
    dimensions: DIMENSIONS,
    example: { words: "Quarry shrank by 30.00 and Meadow's 40.00 are gone, of 280.00: 70 ÷ 280 = 25 %." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 0.25,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "opening_customers",
  numerator: "churned + contraction",
  denominator: "opening",
  unpriced: ["unpriced_churned", "unpriced_changed"],
  details: MRR_DETAILS,
};
