import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { ofShare } from "@/lib/metrics/interval";
import { answer, TICKET_DIMENSIONS } from "@/lib/metrics/relations/answer";

/**
 * Customer satisfaction: #answers of 4 or 5 ÷ #answers of five points.
 * A share, of answers to surveys and the satisfaction told on tickets, each of which counts. Null where nobody answered.
 * Source: metrics.md §9; Delighted Help, how CSAT is calculated.
 */
export const customerSatisfactionScore: RowMetric = {
  face: {
    id: "customer-satisfaction-score",
    name: "Customer satisfaction",
    group: "Voice",
    unit: "share",
    better: "higher",
    question: "What share of customers is satisfied?",
    meaning: "Answers of 4 or 5, of all answers on five points.",
    formula: { words: "answers of 4 and 5 ÷ answers", symbols: "#{s ≥ 4} ÷ #s" },
    leavesOut: [
      "Questions that were not answered.",
      "Answers on other scales than five points.",
      "Satisfaction on tickets that were never solved.",
    ],
    elsewhere: [
      {
        who: "Some products",
        how: "Show the mean as a percentage: 4, 4, 4, 4 and 5, 5, 5, 1 then look alike, where 100% and 75% are satisfied.",
      },
      { who: "Zendesk", how: "Asks for good or bad; here good is 5 and bad is 1." },
    ],
    sources: ["Delighted Help, how CSAT is calculated", "Wilson 1927, on the interval of a share"],
    digits: 0,
    dimensions: [...DIMENSIONS, ...TICKET_DIMENSIONS],
    example: { words: "The survey answers are 5 and 3, the solved ticket was rated 4: two of three are satisfied, 66.7 %." },
  },
  example: {
    accounts: [["Harbor", 10_000, 10_000]],
    records: {
      "survey-responses": [
        { externalId: "a1", kind: "csat", score: 5, answeredAt: "2024-03-04" },
        { externalId: "a2", kind: "csat", score: 3, answeredAt: "2024-03-11" },
      ],
      tickets: [{ externalId: "t1", account: "Harbor", createdAt: "2024-03-05", solvedAt: "2024-03-06", satisfaction: 4 }],
    },
    value: 2 / 3,
  },
  relation: answer,
  cut: "whole",
  counts: "csat_answers",
  numerator: "satisfied",
  denominator: "csat_answers",
  interval: ofShare,
  details: { satisfied: "satisfied", answers: "csat_answers", otherScale: "csat_elsewhere" },
};
