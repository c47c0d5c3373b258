import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { contractAhead, RENEWAL_DETAILS } from "@/lib/metrics/relations/contract-due";

/**
 * Renewals due: Σ value.
 * Minor units, each contract's whole value at the rate of its due day (the newest rate where that lies ahead). 0 where none is due.
 * Source: metrics.md; ChurnZero and Chargebee glossaries on renewal rate; CodingAce renewal table.
 */
export const renewalsDue: RowMetric = {
  face: {
    id: "renewals-due",
    name: "Renewals due",
    group: "Revenue",
    unit: "money",
    better: "neither",
    question: "How much money comes up for renewal?",
    meaning: "Value of all contracts due in the period, decided or not, also where it lies ahead.",
    formula: { words: "Σ value of contracts due", symbols: "Σ value" },
    leavesOut: ["Subscriptions without a contract."],
    elsewhere: [{ who: "Gainsight", how: "Opportunities of the renewal type, at their target amount." }],
    sources: ["ChurnZero and Chargebee glossaries on renewal rate", "CodingAce renewal table"],
    dimensions: DIMENSIONS,
    example: { words: "1,200.00 + 1,200.00 + 600.00 = 3,000.00." },
  },
  example: {
    contracts: [
      ["Harbor", 120_000, 150_000],
      ["Lantern", 120_000, 60_000],
      ["Meadow", 60_000, null],
    ],
    value: 300_000,
  },
  relation: contractAhead,
  cut: "whole",
  counts: "due",
  numerator: "due_value",
  unpriced: ["unpriced_due"],
  details: RENEWAL_DETAILS,
  ahead: true,
};
