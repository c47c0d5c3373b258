import { DIMENSIONS } from "@/lib/kernel/dimension";
import { ratesOfTotals } from "@/lib/kernel/mrr-totals";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Net MRR churn: Σ (A − B) ÷ Σ A over A > 0.
 * Share of opening MRR at the opening exchange rate; null without any, or where a currency has no rate yet. Always 1 − net revenue
 * retention.
 * Source: metrics.md; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn); Baremetrics,
 * help.baremetrics.com (user and revenue churn).
 */
export const netMrrChurnRate: RowMetric = {
  face: {
    id: "net-mrr-churn-rate",
    name: "Net MRR churn",
    group: "Revenue",
    unit: "share",
    better: "lower",
    question: "What share did we lose, after what customers added?",
    meaning: "MRR lost less MRR that the same customers added, of all MRR at the period's start; negative is growth.",
    formula: { words: "(churned + contraction − expansion) ÷ opening MRR", symbols: "Σ (A − B) ÷ Σ A over A > 0" },
    leavesOut: ["New and returned customers."],
    elsewhere: [{ who: "ChartMogul", how: "Reactivation is netted too, so that its NRR is not 100 % − net churn." }],
    sources: [
      "ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)",
      "Baremetrics, help.baremetrics.com (user and revenue churn)",
    ],
    dimensions: DIMENSIONS,
    example: { words: "(40 + 30 − 30) ÷ 280 = 14.3 %." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 40 / 280,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "opening_customers",
  numerator: "churned + contraction - expansion",
  denominator: "opening",
  unpriced: ["unpriced_churned", "unpriced_changed"],
  details: MRR_DETAILS,
  variants: async ({ details: { opening, expansion, reactivated, contraction, churned } }) => {
    const totals = {
      opening: opening ?? 0,
      expansion: expansion ?? 0,
      reactivation: reactivated ?? 0,
      contraction: contraction ?? 0,
      churned: churned ?? 0,
    };
    return [{ who: "ChartMogul", value: ratesOfTotals(totals).netChurnWithReturns }];
  },
};
