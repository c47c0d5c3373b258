import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { ofPromoters } from "@/lib/metrics/interval";
import { answer } from "@/lib/metrics/relations/answer";

/**
 * Net promoter score: 100 × (#promoters − #detractors) ÷ #answers, −100 to 100.
 * Promoters give 9 or 10, passives 7 or 8, detractors 0 to 6; of a contact the latest answer in the period counts, nobody's answers all do.
 * Every answer weighs the same, whatever its account or segment. Null where nobody answered.
 * Source: metrics.md §8; Reichheld 2003; Rocks 2016 on its interval.
 */
export const netPromoterScore: RowMetric = {
  face: {
    id: "net-promoter-score",
    name: "Net promoter score",
    group: "Voice",
    unit: "score",
    better: "higher",
    question: "Would customers recommend us?",
    meaning: "Of 100 people who answered, how many more would recommend us than would not.",
    formula: { words: "100 × (promoters − detractors) ÷ answers", symbols: "100 × (#{s ≥ 9} − #{s ≤ 6}) ÷ #s" },
    leavesOut: [
      "Questions that were not answered.",
      "Earlier answers of a contact who answered again in the period.",
      "An average of accounts or segments: answers are pooled.",
    ],
    elsewhere: [
      { who: "Formbricks", how: "Divides by surveys that were dismissed as well, which draws the score towards 0." },
      { who: "Nicereply", how: "Writes that detractors give less than 6; here, as in the method's own text, 6 is a detractor." },
    ],
    sources: ["Reichheld 2003, The One Number You Need to Grow", "Rocks 2016 and MeasuringU, on intervals of the score"],
    scale: [-100, 100],
    digits: 0,
    dimensions: DIMENSIONS,
    example: { words: "Two of four promote, one is passive, one detracts: 100 × (2 − 1) ÷ 4 = +25." },
  },
  example: {
    records: {
      "survey-responses": [
        { externalId: "a1", kind: "nps", score: 10, answeredAt: "2024-03-04" },
        { externalId: "a2", kind: "nps", score: 9, answeredAt: "2024-03-11" },
        { externalId: "a3", kind: "nps", score: 7, answeredAt: "2024-03-12" },
        { externalId: "a4", kind: "nps", score: 3, answeredAt: "2024-03-20" },
      ],
    },
    value: 25,
  },
  relation: answer,
  cut: "whole",
  counts: "nps_answers",
  numerator: "100 * promoters - 100 * detractors",
  denominator: "nps_answers",
  interval: ofPromoters,
  details: {
    promoters: "promoters",
    passives: "passives",
    detractors: "detractors",
    answers: "nps_answers",
    superseded: "superseded",
  },
};
