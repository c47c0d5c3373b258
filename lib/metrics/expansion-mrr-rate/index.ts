import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Expansion MRR rate: Σ max(B − A, 0) ÷ Σ A over A > 0.
 * Share of opening MRR at the opening exchange rate; null without any, or where a currency has no rate yet.
 * Source: metrics.md; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn); Upzelo glossary.
 */
export const expansionMrrRate: RowMetric = {
  face: {
    id: "expansion-mrr-rate",
    name: "Expansion MRR rate",
    group: "Revenue",
    unit: "share",
    better: "higher",
    question: "How much did customers add to what they paid?",
    meaning: "MRR that customers added, of all MRR at the period's start.",
    formula: { words: "expansion ÷ opening MRR", symbols: "Σ max(B − A, 0) ÷ Σ A over A > 0" },
    leavesOut: ["New and returned customers."],
    elsewhere: [{ who: "Baremetrics Academy, CFI", how: "The growth of expansion MRR from one month to the next, under the same name." }],
    sources: ["ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)", "Upzelo glossary"],
    dimensions: DIMENSIONS,
    example: { words: "Lantern added 30.00 to 280.00: 30 ÷ 280 = 10.7 %." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 30 / 280,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "opening_customers",
  numerator: "expansion",
  denominator: "opening",
  unpriced: ["unpriced_churned", "unpriced_changed"],
  details: MRR_DETAILS,
};
