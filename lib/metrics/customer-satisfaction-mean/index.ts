import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { ofMean } from "@/lib/metrics/interval";
import { answer, TICKET_DIMENSIONS } from "@/lib/metrics/relations/answer";

/**
 * Mean satisfaction: Σ score ÷ #answers, 1 to 5.
 * Over the same answers as the share of those satisfied, beside which it stands. Null where nobody answered.
 * Source: metrics.md §9.
 */
export const customerSatisfactionMean: RowMetric = {
  face: {
    id: "customer-satisfaction-mean",
    name: "Mean satisfaction",
    group: "Voice",
    unit: "score",
    better: "higher",
    question: "How satisfied are customers on average?",
    meaning: "The mean of all answers on five points.",
    formula: { words: "sum of scores ÷ answers", symbols: "Σ s ÷ #s" },
    leavesOut: [
      "Questions that were not answered.",
      "Answers on other scales than five points.",
      "Satisfaction on tickets that were never solved.",
    ],
    elsewhere: [{ who: "VoC Metrics", how: "Calls the share of 4 and 5 an average." }],
    sources: ["VoC Metrics Help, CSAT", "Student 1908, on the interval of a mean"],
    scale: [1, 5],
    digits: 2,
    dimensions: [...DIMENSIONS, ...TICKET_DIMENSIONS],
    example: { words: "5, 5, 5 and 1: 16 ÷ 4 = 4.00, though one of four is not satisfied at all." },
  },
  example: {
    records: {
      "survey-responses": [5, 5, 5, 1].map((score, index) => ({
        externalId: `a${index + 1}`,
        kind: "csat",
        score,
        answeredAt: "2024-03-04",
      })),
    },
    value: 4,
  },
  relation: answer,
  cut: "whole",
  counts: "csat_answers",
  numerator: "csat_score",
  denominator: "csat_answers",
  squares: "csat_square",
  interval: ofMean([1, 5]),
  details: { satisfied: "satisfied", answers: "csat_answers", otherScale: "csat_elsewhere" },
};
