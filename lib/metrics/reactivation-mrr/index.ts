import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Reactivation MRR: Σ B where A = 0 and paid before.
 * Minor units at each month's opening exchange rate; a longer period adds its months up. 0 where nothing moved; null where a currency
 * has no rate yet.
 * Source: metrics.md; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn); dbt Labs MRR playbook.
 */
export const reactivationMrr: RowMetric = {
  face: {
    id: "reactivation-mrr",
    name: "Reactivation MRR",
    group: "Revenue",
    unit: "money",
    better: "higher",
    question: "How much did returning customers bring?",
    meaning: "MRR at the month's end of accounts that had paid before, but not at its start.",
    formula: { words: "MRR at the end, of former customers", symbols: "Σ B where A = 0 and paid before" },
    leavesOut: ["Accounts that had only a trial or a free plan before: they are new."],
    elsewhere: [
      { who: "Maxio", how: "Only a gap of at most 90 days; later it is new." },
      { who: "Recurly", how: "Only after a month or more." },
    ],
    sources: ["ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)", "dbt Labs MRR playbook"],
    dimensions: DIMENSIONS,
    example: { words: "Meadow had left and pays 25.00 again: 25.00." },
  },
  example: {
    accounts: [
      ["Harbor", 10_000, 10_000],
      ["Meadow", 0, 2_500, "paidBefore"],
    ],
    value: 2_500,
  },
  relation: accountPeriod,
  cut: "months",
  counts: "reactivated_customers",
  numerator: "reactivated",
  unpriced: ["unpriced_reactivated"],
  details: MRR_DETAILS,
};
