import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { THREE_OPINIONS } from "@/lib/metrics/example-records";
import { HEALTH_DETAILS, healthAt } from "@/lib/metrics/relations/health-at";

/**
 * Health score: Σ score ÷ #customers that have one, at the period's end, 0 to 100.
 * Customers without enough data are left out and counted. Null where none has a score. Source: metrics.md §21.
 */
export const healthScore: RowMetric = {
  face: {
    id: "health-score",
    name: "Health score",
    group: "Health",
    unit: "score",
    better: "higher",
    atEnd: true,
    question: "How healthy are our customers?",
    meaning: "The mean score of all customers that have one, at the period's end.",
    formula: { words: "sum of scores ÷ customers with a score", symbols: "Σ score ÷ #scored" },
    leavesOut: [
      "Customers of whom less than half of the weight is known.",
      "Accounts that pay nothing.",
      "Overrides: they set a band, and leave the score.",
    ],
    elsewhere: [
      { who: "Totango", how: "Each metric is good, average or poor (100, 60, 0), and the score is rounded twice." },
      { who: "Catalyst", how: "Before October 2024 missing data counted as neutral." },
    ],
    sources: ["Gainsight's printed formula for weighted means", "Velaro Help, customer health score (missing components)"],
    scale: [0, 100],
    digits: 0,
    dimensions: DIMENSIONS,
    example: { words: "By their last answer alone, Harbor and Lantern (10 of 10) score 100 and Quarry (0) scores 0: 200 ÷ 3 = 66.7." },
  },
  example: { ...THREE_OPINIONS, value: 200 / 3 },
  relation: healthAt,
  cut: "whole",
  counts: "scored",
  numerator: "score",
  denominator: "scored",
  details: HEALTH_DETAILS,
};
