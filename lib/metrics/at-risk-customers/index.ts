import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { THREE_OPINIONS } from "@/lib/metrics/example-records";
import { HEALTH_DETAILS, healthAt } from "@/lib/metrics/relations/health-at";

/**
 * Customers at risk: those in the red band at the period's end. A count; 0 where there is none.
 * An override counts as the band it sets. Source: metrics.md §21.
 */
export const atRiskCustomers: RowMetric = {
  face: {
    id: "at-risk-customers",
    name: "Customers at risk",
    group: "Health",
    unit: "count",
    better: "lower",
    atEnd: true,
    question: "How many customers may we lose?",
    meaning: "Customers in the red band at the period's end.",
    formula: { words: "customers in the red band", symbols: "#red" },
    leavesOut: ["Customers of whom less than half of the weight is known; they are counted beside it.", "Accounts that pay nothing."],
    elsewhere: [{ who: "Totango", how: "In its simpler model one poor metric makes an account poor." }],
    sources: ["metrics.md §21: bands from the unrounded score, lower edge included"],
    dimensions: DIMENSIONS,
    example: { words: "Quarry's last answer was 0 of 10, so it scores 0 and is red: 1." },
  },
  example: { ...THREE_OPINIONS, value: 1 },
  relation: healthAt,
  cut: "whole",
  counts: "at_risk",
  numerator: "at_risk",
  details: HEALTH_DETAILS,
};
