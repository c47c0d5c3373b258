import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FIVE_EFFORTS } from "@/lib/metrics/example-records";
import { ofMean } from "@/lib/metrics/interval";
import { answer } from "@/lib/metrics/relations/answer";

/**
 * Customer effort score: Σ score ÷ #answers, 1 to 7 where 7 is easy; 1 to 5 where the workspace asks on five points.
 * Answers on another scale than the workspace's never enter it. Null where nobody answered.
 * Source: metrics.md §10; CYS Support, Customer Effort Score.
 */
export const customerEffortScore: RowMetric = {
  face: {
    id: "customer-effort-score",
    name: "Customer effort score",
    group: "Voice",
    unit: "score",
    better: "higher",
    question: "How easy is it to get things done with us?",
    meaning: "The mean of all answers on seven points, where 7 is easiest.",
    formula: { words: "sum of scores ÷ answers", symbols: "Σ s ÷ #s" },
    leavesOut: [
      "Questions that were not answered.",
      "Answers on another scale than the workspace's, which is seven points unless its settings say five.",
    ],
    elsewhere: [
      {
        who: "The wording of 2010",
        how: "Asks how much effort it was, so that 1 is good; such answers are to be turned round before they are imported.",
      },
      { who: "Gartner", how: "Reports the share of 5 to 7, which is the easy share here." },
    ],
    sources: ["CYS Support, Customer Effort Score, 7-point scale to average", "Student 1908, on the interval of a mean"],
    scale: [1, 7],
    digits: 2,
    dimensions: DIMENSIONS,
    example: { words: "4, 5, 6, 7 and 7: 29 ÷ 5 = 5.80." },
  },
  example: {
    records: FIVE_EFFORTS,
    value: 5.8,
  },
  relation: answer,
  cut: "whole",
  counts: "ces_answers",
  numerator: "ces_score",
  denominator: "ces_answers",
  squares: "ces_square",
  interval: (sums) => ofMean([1, sums.details.scale ?? 7])(sums),
  details: { answers: "ces_answers", scale: "ces_points / nullif(ces_answers, 0)", otherScale: "ces_elsewhere" },
};
