import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Gross revenue retention: Σ min(A, B) ÷ Σ A over A > 0.
 * Share of opening MRR at the opening exchange rate; null without any, or where a currency has no rate yet. Always 1 − gross MRR churn.
 * Source: metrics.md; GitLab handbook, gross retention; MetricKit.
 */
export const grossRevenueRetention: RowMetric = {
  face: {
    id: "gross-revenue-retention",
    name: "Gross revenue retention",
    group: "Revenue",
    unit: "share",
    better: "higher",
    question: "How much of what we had did we keep, growth aside?",
    meaning: "MRR at the start that is still there at the end, each customer counted up to what they paid.",
    formula: { words: "(opening − churned − contraction) ÷ opening MRR", symbols: "Σ min(A, B) ÷ Σ A over A > 0" },
    leavesOut: ["Expansion, new and returned customers: it can not exceed 100 %."],
    elsewhere: [{ who: "Pages that add expansion", how: "Print 105 %; that is net revenue retention." }],
    sources: ["GitLab handbook, gross retention", "MetricKit"],
    dimensions: DIMENSIONS,
    example: { words: "Of 280.00, Harbor keeps 100, Lantern 60, Quarry 50: 210 ÷ 280 = 75 %." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 0.75,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "opening_customers",
  numerator: "opening - churned - contraction",
  denominator: "opening",
  unpriced: ["unpriced_churned", "unpriced_changed"],
  details: MRR_DETAILS,
};
