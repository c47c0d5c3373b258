import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { ofShare } from "@/lib/metrics/interval";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Customer retention: #{A > 0, B > 0} ÷ #{A > 0}.
 * Share of opening customers; null where there were none. The two ends of the whole period are compared, whatever its length. Always 1
 * − customer churn.
 * Source: metrics.md; Totango glossary; Gainsight essential guide to retention.
 */
export const customerRetentionRate: RowMetric = {
  face: {
    id: "customer-retention-rate",
    name: "Customer retention",
    group: "Revenue",
    unit: "share",
    better: "higher",
    question: "What share of our customers stayed?",
    meaning: "Customers at the period's start who still pay at its end, of all at its start.",
    formula: { words: "(customers at the end − new and returned ones) ÷ customers at the start", symbols: "#{A > 0, B > 0} ÷ #{A > 0}" },
    leavesOut: ["New and reactivated customers."],
    elsewhere: [{ who: "Some calculators", how: "Returned customers are forgotten in the subtraction, which inflates the rate." }],
    sources: ["Totango glossary", "Gainsight essential guide to retention"],
    dimensions: DIMENSIONS,
    example: { words: "Four customers at the start, three still pay: 3 ÷ 4 = 75 %." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 0.75,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "opening_customers",
  numerator: "opening_customers - lost_customers",
  denominator: "opening_customers",
  interval: ofShare,
  details: MRR_DETAILS,
};
