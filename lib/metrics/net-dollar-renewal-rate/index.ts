import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { contractDue, RENEWAL_DETAILS } from "@/lib/metrics/relations/contract-due";

/**
 * Net dollar renewal rate: Σ ACV′ ÷ Σ ACV.
 * Share of yearly contract value, at the rate of the due day. Null where none is decided, or a currency has no rate yet.
 * Source: metrics.md; ChurnZero and Chargebee glossaries on renewal rate; CodingAce renewal table.
 */
export const netDollarRenewalRate: RowMetric = {
  face: {
    id: "net-dollar-renewal-rate",
    name: "Net dollar renewal rate",
    group: "Revenue",
    unit: "share",
    better: "higher",
    question: "What did the money up for renewal become?",
    meaning: "Yearly value after renewal, of the yearly value that came due and is decided.",
    formula: { words: "Σ new yearly value ÷ Σ old yearly value", symbols: "Σ ACV′ ÷ Σ ACV" },
    leavesOut: ["Contracts not yet decided inside the grace: they are pending."],
    elsewhere: [{ who: "Gainsight", how: "Upsell above the target amount is cut off in the forecast." }],
    sources: ["ChurnZero and Chargebee glossaries on renewal rate", "CodingAce renewal table"],
    dimensions: DIMENSIONS,
    example: { words: "Harbor signs 1,500.00 and Lantern 600.00 for 3,000.00 a year: 70 %." },
  },
  example: {
    contracts: [
      ["Harbor", 120_000, 150_000],
      ["Lantern", 120_000, 60_000],
      ["Meadow", 60_000, null],
    ],
    value: 210 / 300,
  },
  relation: contractDue,
  cut: "whole",
  counts: "decided",
  numerator: "renewed_acv",
  denominator: "decided_acv",
  unpriced: ["unpriced_decided"],
  details: RENEWAL_DETAILS,
};
