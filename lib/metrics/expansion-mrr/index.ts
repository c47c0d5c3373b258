import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Expansion MRR: Σ (B − A) where B > A > 0.
 * Minor units at each month's opening exchange rate; a longer period adds its months up. 0 where nothing moved; null where a currency
 * has no rate yet.
 * Source: metrics.md; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn); dbt Labs MRR playbook.
 */
export const expansionMrr: RowMetric = {
  face: {
    id: "expansion-mrr",
    name: "Expansion MRR",
    group: "Revenue",
    unit: "money",
    better: "higher",
    question: "How much did customers grow?",
    meaning: "What accounts pay more at the month's end than at its start.",
    formula: { words: "MRR at the end less MRR at the start, of accounts that grew", symbols: "Σ (B − A) where B > A > 0" },
    leavesOut: ["New and returned accounts.", "What exchange rates did: it stands on its own line."],
    elsewhere: [
      { who: "ChartMogul", how: "Every change is a movement of its own; here an account's changes in a month are netted." },
      { who: "Baremetrics", how: "Discounts that expire are expansion, as here." },
    ],
    sources: ["ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)", "dbt Labs MRR playbook"],
    dimensions: DIMENSIONS,
    example: { words: "Lantern went from 60.00 to 90.00: 30.00." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 3_000,
  },
  relation: accountPeriod,
  cut: "months",
  counts: "expanded_customers",
  numerator: "expansion",
  unpriced: ["unpriced_changed"],
  details: MRR_DETAILS,
};
