import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Contraction MRR: Σ (A − B) where 0 < B < A.
 * Minor units at each month's opening exchange rate; a longer period adds its months up. 0 where nothing moved; null where a currency
 * has no rate yet.
 * Source: metrics.md; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn); dbt Labs MRR playbook.
 */
export const contractionMrr: RowMetric = {
  face: {
    id: "contraction-mrr",
    name: "Contraction MRR",
    group: "Revenue",
    unit: "money",
    better: "lower",
    question: "How much did customers shrink?",
    meaning: "What accounts that stayed pay less at the month's end than at its start.",
    formula: { words: "MRR at the start less MRR at the end, of accounts that shrank", symbols: "Σ (A − B) where 0 < B < A" },
    leavesOut: ["Accounts that left: they are churned."],
    elsewhere: [
      { who: "ProfitWell", how: "Losing one of several subscriptions is a downgrade, as here." },
      { who: "ChartMogul", how: "A customer at 100 % discount is contraction by default; here it is churn." },
    ],
    sources: ["ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)", "dbt Labs MRR playbook"],
    dimensions: DIMENSIONS,
    example: { words: "Quarry went from 80.00 to 50.00: 30.00." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 3_000,
  },
  relation: accountPeriod,
  cut: "months",
  counts: "contracted_customers",
  numerator: "contraction",
  unpriced: ["unpriced_changed"],
  details: MRR_DETAILS,
};
