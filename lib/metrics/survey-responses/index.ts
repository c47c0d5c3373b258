import type { RowMetric } from "@/lib/metrics/definition";
import { answer } from "@/lib/metrics/relations/answer";

/**
 * Survey responses: #answers.
 * All answers given in the period, of every kind and scale, satisfaction told on tickets among them, before a contact's earlier answers are set aside.
 * 0 where nobody answered. Source: metrics.md §8 to §10.
 */
export const surveyResponses: RowMetric = {
  face: {
    id: "survey-responses",
    name: "Survey responses",
    group: "Voice",
    unit: "count",
    better: "neither",
    question: "How many answers did customers give?",
    meaning: "Answers to surveys and satisfaction told on solved tickets.",
    formula: { words: "number of answers", symbols: "#s" },
    leavesOut: ["Questions that were not answered."],
    elsewhere: [{ who: "Survey tools", how: "Count surveys that were opened or dismissed as well." }],
    sources: ["Bellwether: every score is shown with how many answers it is made of"],
    dimensions: answer.dimensions,
    example: { words: "Two people scored a recommendation and one a ticket: 3." },
  },
  example: {
    accounts: [["Harbor", 10_000, 10_000]],
    records: {
      "survey-responses": [
        { externalId: "a1", kind: "nps", score: 9, answeredAt: "2024-03-04" },
        { externalId: "a2", kind: "nps", score: 6, answeredAt: "2024-03-11" },
        { externalId: "a3", kind: "nps", answeredAt: "2024-03-11" },
      ],
      tickets: [{ externalId: "t1", account: "Harbor", createdAt: "2024-03-05", solvedAt: "2024-03-06", satisfaction: 4 }],
    },
    value: 3,
  },
  relation: answer,
  cut: "whole",
  counts: "answers",
  numerator: "answers",
  details: { nps: "nps_given", csat: "csat_given", ces: "ces_given", superseded: "superseded" },
};
