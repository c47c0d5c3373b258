import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { THREE_OPINIONS } from "@/lib/metrics/example-records";
import { HEALTH_DETAILS, healthAt } from "@/lib/metrics/relations/health-at";

/**
 * MRR at risk: Σ MRR of customers in the red band at the period's end, minor units, at the rates of that instant. 0 where nobody is.
 * An override counts as the band it sets. Source: metrics.md §21, product.md §5a.
 */
export const atRiskMrr: RowMetric = {
  face: {
    id: "at-risk-mrr",
    name: "MRR at risk",
    group: "Health",
    unit: "money",
    better: "lower",
    atEnd: true,
    question: "How much recurring revenue may we lose?",
    meaning: "MRR of customers in the red band at the period's end.",
    formula: { words: "sum of the MRR of customers in the red band", symbols: "Σ MRR (red)" },
    leavesOut: ["MRR of customers of whom less than half of the weight is known."],
    elsewhere: [{ who: "GitLab", how: "Reviews at-risk ARR of the current and the next quarter's renewals." }],
    sources: ["GitLab handbook, customer success risk reviews"],
    dimensions: DIMENSIONS,
    example: { words: "Quarry is red and pays 50.00 at the month's end: 50.00." },
  },
  example: { ...THREE_OPINIONS, value: 5_000 },
  relation: healthAt,
  cut: "whole",
  counts: "at_risk",
  numerator: "at_risk_mrr",
  unpriced: ["unpriced_at_risk"],
  details: HEALTH_DETAILS,
};
