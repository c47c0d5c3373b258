import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Net revenue retention: Σ B ÷ Σ A over A > 0.
 * Share of opening MRR at the opening exchange rate; null without any, or where a currency has no rate yet. Always 1 − net MRR churn.
 * Source: metrics.md; MetricKit; ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn);
 * updates.baremetrics.com, net revenue retention.
 */
export const netRevenueRetention: RowMetric = {
  face: {
    id: "net-revenue-retention",
    name: "Net revenue retention",
    group: "Revenue",
    unit: "share",
    better: "higher",
    question: "Are we keeping and growing what we have?",
    meaning: "What customers at the period's start pay at its end, of what they paid at its start.",
    formula: { words: "(opening + expansion − contraction − churned) ÷ opening MRR", symbols: "Σ B ÷ Σ A over A > 0" },
    leavesOut: ["New and returned customers; in twelve months, one who left and came back counts with what they pay now."],
    elsewhere: [
      { who: "ChartMogul", how: "Its net churn nets reactivation and its NRR does not." },
      { who: "ProfitWell, Planhat", how: "NRR is also the name of non-recurring revenue." },
    ],
    sources: [
      "MetricKit",
      "ChartMogul, help.chartmogul.com (MRR movement definitions, customer and MRR churn)",
      "updates.baremetrics.com, net revenue retention",
    ],
    dimensions: DIMENSIONS,
    example: { words: "The four paid 280.00 and now pay 100 + 90 + 50 + 0 = 240.00: 85.7 %." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 240 / 280,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "opening_customers",
  numerator: "opening + expansion - contraction - churned",
  denominator: "opening",
  unpriced: ["unpriced_churned", "unpriced_changed"],
  details: MRR_DETAILS,
};
