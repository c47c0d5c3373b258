import { DIMENSIONS } from "@/lib/kernel/dimension";
import { quickRatioOfTotals } from "@/lib/kernel/mrr-totals";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Quick ratio: gains ÷ losses.
 * Ratio. Null where nothing was lost, and where nothing moved at all.
 * Source: metrics.md; super-calc.com SaaS quick ratio; Baremetrics.
 */
export const quickRatio: RowMetric = {
  face: {
    id: "quick-ratio",
    name: "Quick ratio",
    group: "Revenue",
    unit: "ratio",
    better: "higher",
    question: "How much do we win for each unit we lose?",
    meaning: "MRR gained from new, grown and returned customers, for each unit lost to churn and contraction.",
    formula: { words: "(new + expansion + reactivation) ÷ (churned + contraction)", symbols: "gains ÷ losses" },
    leavesOut: ["What exchange rates did."],
    elsewhere: [
      { who: "The first definition (Hamid)", how: "Leaves reactivation out." },
      { who: "Some calculators", how: "Show 0 when nothing was lost, the worst score for the best month." },
    ],
    sources: ["super-calc.com SaaS quick ratio", "Baremetrics"],
    digits: 2,
    dimensions: DIMENSIONS,
    example: { words: "Lantern added 30.00; Quarry and Meadow took 70.00: 30 ÷ 70 = 0.43." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 30 / 70,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "moved_customers",
  numerator: "new + expansion + reactivated",
  denominator: "churned + contraction",
  unpriced: ["unpriced_new", "unpriced_reactivated", "unpriced_churned", "unpriced_changed"],
  details: { ...MRR_DETAILS, gains: "new + expansion + reactivated", losses: "churned + contraction" },
  variants: async ({ details }) => {
    const { value } = quickRatioOfTotals({
      new: details.new ?? 0,
      expansion: details.expansion ?? 0,
      contraction: details.contraction ?? 0,
      churned: details.churned ?? 0,
    });
    return [{ who: "Without reactivation (Hamid)", value }];
  },
};
