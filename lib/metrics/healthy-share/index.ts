import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { THREE_OPINIONS } from "@/lib/metrics/example-records";
import { ofShare } from "@/lib/metrics/interval";
import { HEALTH_DETAILS, healthAt } from "@/lib/metrics/relations/health-at";

/**
 * Healthy share: customers in the green band ÷ customers in any band, at the period's end.
 * An override counts as the band it sets; customers without enough data are in neither part, and counted. Null where nobody has a band. Source: metrics.md §21.
 */
export const healthyShare: RowMetric = {
  face: {
    id: "healthy-share",
    name: "Healthy customers",
    group: "Health",
    unit: "share",
    better: "higher",
    atEnd: true,
    question: "How many of our customers are well?",
    meaning: "The share of customers in the green band, of those that have a band at the period's end.",
    formula: { words: "green customers ÷ green, amber and red customers", symbols: "#green ÷ (#green + #amber + #red)" },
    leavesOut: ["Customers of whom less than half of the weight is known.", "Accounts that pay nothing."],
    elsewhere: [{ who: "Gainsight", how: "A score on the edge between two bands belongs to the lower one." }],
    sources: ["Wilson 1927, on the interval of a share"],
    dimensions: DIMENSIONS,
    example: { words: "Harbor and Lantern are green, Quarry is red: 2 ÷ 3 = 66.7 %." },
  },
  example: { ...THREE_OPINIONS, value: 2 / 3 },
  relation: healthAt,
  cut: "whole",
  counts: "judged",
  numerator: "healthy",
  denominator: "judged",
  interval: ofShare,
  details: HEALTH_DETAILS,
};
