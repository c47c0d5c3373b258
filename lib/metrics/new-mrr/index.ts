import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * New MRR: Σ B where A = 0 and never paid.
 * Minor units at each month's opening exchange rate; a longer period adds its months up. 0 where nothing moved; null where a currency
 * has no rate yet.
 * Source: metrics.md; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn); dbt Labs MRR playbook.
 */
export const newMrr: RowMetric = {
  face: {
    id: "new-mrr",
    name: "New MRR",
    group: "Revenue",
    unit: "money",
    better: "higher",
    question: "How much did first-time customers bring?",
    meaning: "MRR at the month's end of accounts that had never paid before it.",
    formula: { words: "MRR at the end, of accounts without any before", symbols: "Σ B where A = 0 and never paid" },
    leavesOut: [
      "Accounts that came back: they are reactivation.",
      "Accounts that joined and left inside the month: they are counted apart.",
    ],
    elsewhere: [
      { who: "Maxio", how: "A customer who returns after 90 days is new." },
      { who: "Stripe", how: "New once active, even if the first invoice is unpaid." },
    ],
    sources: ["ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)", "dbt Labs MRR playbook"],
    dimensions: DIMENSIONS,
    example: { words: "Harbor paid nothing, ever, and now pays 100.00: 100.00 new." },
  },
  example: {
    accounts: [
      ["Harbor", 0, 10_000],
      ["Lantern", 5_000, 5_000],
    ],
    value: 10_000,
  },
  relation: accountPeriod,
  cut: "months",
  counts: "new_customers",
  numerator: "new",
  unpriced: ["unpriced_new"],
  details: MRR_DETAILS,
};
