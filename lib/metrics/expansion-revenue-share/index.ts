import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Expansion share of revenue: Σ max(B − A, 0) ÷ Σ MRR at the end.
 * Share of closing MRR; null without any, or where a currency has no rate yet.
 * Source: metrics.md; DashClicks, 15 customer success metrics.
 */
export const expansionRevenueShare: RowMetric = {
  face: {
    id: "expansion-revenue-share",
    name: "Expansion share of revenue",
    group: "Revenue",
    unit: "share",
    better: "higher",
    question: "What share of our revenue came from customers growing?",
    meaning: "MRR that customers added, of all MRR at the period's end.",
    formula: { words: "expansion ÷ closing MRR", symbols: "Σ max(B − A, 0) ÷ Σ MRR at the end" },
    leavesOut: ["New and returned customers, above the line."],
    elsewhere: [{ who: "The field's expansion rate", how: "Divides by opening MRR: see Expansion MRR rate." }],
    sources: ["DashClicks, 15 customer success metrics"],
    dimensions: DIMENSIONS,
    example: { words: "Lantern added 30.00, and MRR is 240.00: 12.5 %." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 30 / 240,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "closing_customers",
  numerator: "expansion",
  denominator: "closing_value",
  unpriced: ["unpriced_changed", "unpriced_closing"],
  details: MRR_DETAILS,
};
