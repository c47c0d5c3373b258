import type { RowMetric } from "@/lib/metrics/definition";
import { USE_OF_MARCH } from "@/lib/metrics/example-records";
import { featureUse } from "@/lib/metrics/relations/feature-use";

/**
 * Usage events: Σ count.
 * Count of everything done in the period, with or without a user's name; a row of use without a count is 1. 0 where nothing was done.
 * Source: metrics.md §22.
 */
export const usageEvents: RowMetric = {
  face: {
    id: "usage-events",
    name: "Usage events",
    group: "Product",
    unit: "count",
    better: "higher",
    question: "How much is the product used?",
    meaning: "Everything that was done with any feature in the period, by whomever.",
    formula: { words: "Σ count of the rows of use", symbols: "Σ count" },
    leavesOut: ["How long it took, and errors: they are kept beside."],
    elsewhere: [{ who: "Amplitude", how: "Event totals; a user's uniques stand beside them." }],
    sources: ["Amplitude, docs: event totals and uniques"],
    dimensions: featureUse.dimensions,
    example: { words: "Harbor 1 + 1 + 3, Lantern 1 + 40: 46." },
  },
  example: {
    records: USE_OF_MARCH,
    value: 46,
  },
  relation: featureUse,
  cut: "whole",
  counts: "used",
  numerator: "events",
  details: { events: "events" },
};
