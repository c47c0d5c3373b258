import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { contractDue, RENEWAL_DETAILS } from "@/lib/metrics/relations/contract-due";

/**
 * Gross dollar renewal rate: Σ min(ACV′, ACV) ÷ Σ ACV.
 * Share of yearly contract value (value × 12 ÷ term months), at the rate of the due day. Null where none is decided, or a currency has
 * no rate yet.
 * Source: metrics.md; ChurnZero and Chargebee glossaries on renewal rate; CodingAce renewal table.
 */
export const grossDollarRenewalRate: RowMetric = {
  face: {
    id: "gross-dollar-renewal-rate",
    name: "Gross dollar renewal rate",
    group: "Revenue",
    unit: "share",
    better: "higher",
    question: "What share of the money up for renewal was kept?",
    meaning: "Yearly value kept, each contract up to its old value, of the yearly value that came due and is decided.",
    formula: { words: "Σ min(new, old yearly value) ÷ Σ old yearly value", symbols: "Σ min(ACV′, ACV) ÷ Σ ACV" },
    leavesOut: ["Contracts not yet decided inside the grace: they are pending.", "Growth at renewal."],
    elsewhere: [{ who: "Some tables", how: "Compare total instead of yearly value, so that a longer term looks like growth." }],
    sources: ["ChurnZero and Chargebee glossaries on renewal rate", "CodingAce renewal table"],
    dimensions: DIMENSIONS,
    example: { words: "Harbor keeps 1,200.00 and Lantern 600.00 of 3,000.00 a year: 60 %." },
  },
  example: {
    contracts: [
      ["Harbor", 120_000, 150_000],
      ["Lantern", 120_000, 60_000],
      ["Meadow", 60_000, null],
    ],
    value: 180 / 300,
  },
  relation: contractDue,
  cut: "whole",
  counts: "decided",
  numerator: "kept_acv",
  denominator: "decided_acv",
  unpriced: ["unpriced_decided"],
  details: RENEWAL_DETAILS,
};
