import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FIVE_EFFORTS } from "@/lib/metrics/example-records";
import { ofShare } from "@/lib/metrics/interval";
import { answer } from "@/lib/metrics/relations/answer";

/**
 * Easy share: #answers of 5 to 7 ÷ #answers of seven points; 4 and 5 of five where the workspace asks on five.
 * A share, over the same answers as the effort score. Null where nobody answered.
 * Source: metrics.md §10; Gartner on CES 2.0, "at least somewhat agree".
 */
export const easyShare: RowMetric = {
  face: {
    id: "easy-share",
    name: "Easy share",
    group: "Voice",
    unit: "share",
    better: "higher",
    question: "What share of customers found it easy?",
    meaning: "Answers above the middle of the effort scale, of all answers on it.",
    formula: { words: "answers of 5 to 7 ÷ answers", symbols: "#{s ≥ 5} ÷ #s" },
    leavesOut: [
      "Questions that were not answered.",
      "Answers on another scale than the workspace's, which is seven points unless its settings say five.",
    ],
    elsewhere: [{ who: "CustomerGauge", how: "Shows the mean, which is the effort score here." }],
    sources: ["Gartner on CES 2.0", "Wilson 1927, on the interval of a share"],
    dimensions: DIMENSIONS,
    example: { words: "Of 4, 5, 6, 7 and 7, four are above the middle: 4 ÷ 5 = 80 %." },
  },
  example: {
    records: FIVE_EFFORTS,
    value: 0.8,
  },
  relation: answer,
  cut: "whole",
  counts: "ces_answers",
  numerator: "easy",
  denominator: "ces_answers",
  interval: ofShare,
  details: { easy: "easy", answers: "ces_answers", otherScale: "ces_elsewhere" },
};
