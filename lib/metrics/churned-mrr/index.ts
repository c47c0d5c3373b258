import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Churned MRR: Σ A where B = 0.
 * Minor units at each month's opening exchange rate; a longer period adds its months up. 0 where nothing moved; null where a currency
 * has no rate yet.
 * Source: metrics.md; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn); dbt Labs MRR playbook.
 */
export const churnedMrr: RowMetric = {
  face: {
    id: "churned-mrr",
    name: "Churned MRR",
    group: "Revenue",
    unit: "money",
    better: "lower",
    question: "How much did customers who left take with them?",
    meaning: "MRR at the month's start of accounts that pay nothing at its end.",
    formula: { words: "MRR at the start, of accounts without any at the end", symbols: "Σ A where B = 0" },
    leavesOut: ["Accounts that left and came back inside the month.", "Scheduled cancellations, until the paid service ends."],
    elsewhere: [
      { who: "Stripe", how: "A setting books churn when the cancellation is asked for." },
      { who: "Recurly", how: "A pause is a cancellation; here too it takes MRR to zero." },
    ],
    sources: ["ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)", "dbt Labs MRR playbook"],
    dimensions: DIMENSIONS,
    example: { words: "Meadow paid 40.00 and left: 40.00." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 4_000,
  },
  relation: accountPeriod,
  cut: "months",
  counts: "lost_customers",
  numerator: "churned",
  unpriced: ["unpriced_churned"],
  details: MRR_DETAILS,
};
