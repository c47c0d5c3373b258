import { DIMENSIONS } from "@/lib/kernel/dimension";
import { renewalOfTotals } from "@/lib/kernel/mrr-totals";
import type { RowMetric } from "@/lib/metrics/definition";
import { ofShare } from "@/lib/metrics/interval";
import { contractDue, RENEWAL_DETAILS } from "@/lib/metrics/relations/contract-due";

/**
 * Renewal rate: #renewed ÷ #(renewed + lost).
 * Share of decided contracts, each in the period of its due day however early or late it was signed. Null where none is decided.
 * Source: metrics.md; ChurnZero and Chargebee glossaries on renewal rate; CodingAce renewal table.
 */
export const renewalRate: RowMetric = {
  face: {
    id: "renewal-rate",
    name: "Renewal rate",
    group: "Revenue",
    unit: "share",
    better: "higher",
    question: "What share of contracts that came due was renewed?",
    meaning: "Contracts renewed, of those that came due in the period and are decided.",
    formula: { words: "renewed ÷ (renewed + lost)", symbols: "#renewed ÷ #(renewed + lost)" },
    leavesOut: [
      "Contracts not yet decided inside the grace: they are pending.",
      "Contracts renewed after the grace: they are lost, and return as reactivation.",
    ],
    elsewhere: [{ who: "ChurnZero", how: "100 % − churn, which holds only when everything is due." }],
    sources: ["ChurnZero and Chargebee glossaries on renewal rate", "CodingAce renewal table"],
    dimensions: DIMENSIONS,
    example: { words: "Harbor and Lantern renewed, Meadow did not: 2 ÷ 3 = 66.7 %." },
  },
  example: {
    contracts: [
      ["Harbor", 120_000, 150_000],
      ["Lantern", 120_000, 60_000],
      ["Meadow", 60_000, null],
    ],
    value: 2 / 3,
  },
  relation: contractDue,
  cut: "whole",
  counts: "decided",
  numerator: "renewed",
  denominator: "renewed + lost",
  interval: ofShare,
  details: RENEWAL_DETAILS,
  variants: async ({ details }) => [
    {
      who: "Of all that came due, pending ones included",
      value: renewalOfTotals({ due: details.due ?? 0, renewed: details.renewed ?? 0 }).gross,
    },
  ],
};
