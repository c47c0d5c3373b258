import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { retentionCost } from "@/lib/metrics/relations/retention-cost";

/**
 * Customer retention cost: Σ cost of retention ÷ #customers there at both ends of the period.
 * Minor units a customer; a cost counts in the period its month begins in, at the month's rate. Null where nobody was retained, or a currency has
 * no rate yet. Source: metrics.md §19; Operately, customer retention cost.
 */
export const customerRetentionCost: RowMetric = {
  face: {
    id: "customer-retention-cost",
    name: "Customer retention cost",
    group: "Revenue",
    unit: "money",
    better: "lower",
    question: "What does it cost to keep a customer?",
    meaning:
      "Spending on success, support, onboarding, training, loyalty and retention, for each customer who was there at the start and still is at the end.",
    formula: { words: "cost of retention ÷ customers retained", symbols: "Σ cost ÷ #{A > 0, B > 0}" },
    leavesOut: [
      "Spending on acquisition, sales and marketing.",
      "Costs without a category, or with one that tells neither; they are counted beside the number.",
      "Customers who joined in the period, and those who left.",
      "Customers, where it is split by category: they are kept by all of them together, and stand under none.",
    ],
    elsewhere: [{ who: "calculator.academy", how: "(marketing cost − new customers) ÷ customers, which takes people away from money." }],
    sources: ["Operately, KPI examples: customer retention cost"],
    dimensions: retentionCost.dimensions,
    example: { words: "Support for 500.00 and training for 100.00, three of four customers kept: 600 ÷ 3 = 200.00." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    records: {
      costs: [
        { externalId: "c1", month: "2024-03-01", amount: 50_000, category: "support" },
        { externalId: "c2", month: "2024-03-01", amount: 10_000, category: "training" },
        { externalId: "c3", month: "2024-03-01", amount: 90_000, category: "acquisition" },
      ],
    },
    value: 20_000,
  },
  relation: retentionCost,
  cut: "whole",
  counts: "costs + retained",
  numerator: "cost",
  denominator: "retained",
  unpriced: ["unpriced"],
  details: { cost: "cost", retained: "retained", unknownCategory: "unknown" },
};
