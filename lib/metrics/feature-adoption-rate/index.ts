import type { RowMetric } from "@/lib/metrics/definition";
import { ofShare } from "@/lib/metrics/interval";
import { featureAdoption } from "@/lib/metrics/relations/feature-adoption";
import { namesUsers } from "@/lib/metrics/relations/usage";

/**
 * Feature adoption: Σ adopters ÷ Σ eligible active users, over accounts and features; of one feature where it is filtered by it.
 * Share, 0-1: of a period's active users who are entitled to a feature, those who used it `min_uses` times or more. Null where nobody was active, or
 * no row of use names a user. Source: metrics.md §15; MetricKit, feature adoption rate.
 */
export const featureAdoptionRate: RowMetric = {
  face: {
    id: "feature-adoption-rate",
    name: "Feature adoption",
    group: "Product",
    unit: "share",
    better: "higher",
    question: "How much of what we built is used by those who could?",
    meaning: "Of active users entitled to a feature, those who used it; over all features unless one is picked.",
    formula: { words: "Σ adopters ÷ Σ eligible active users", symbols: "Σ #{uses ≥ k} ÷ Σ #{active, entitled}" },
    leavesOut: [
      "Users not entitled to the feature. One without a record, or whose record names no feature, is entitled to all.",
      "Users who did nothing at all in the period: they are counted beside, as eligible.",
      "Use that names no user.",
    ],
    elsewhere: [{ who: "MetricKit", how: "Feature users ÷ all active users, entitled or not: 2,400 ÷ 8,000 = 30 %." }],
    sources: ["MetricKit, feature adoption rate calculator", "Pendo, feature adoption"],
    dimensions: featureAdoption.dimensions,
    example: {
      words:
        "Three active persons and two features make 6 pairs; reports was used by all three, export by Harbor's Ana (Lantern's used it in February): 4 ÷ 6 = 66.7 %.",
    },
  },
  example: {
    records: {
      accounts: [
        { externalId: "Harbor", name: "Harbor" },
        { externalId: "Lantern", name: "Lantern" },
      ],
      usage: [
        { account: "Harbor", user: "ana", feature: "reports", at: "2024-03-04" },
        { account: "Harbor", user: "ana", feature: "export", at: "2024-03-05" },
        { account: "Harbor", user: "ben", feature: "reports", at: "2024-03-04", count: 3 },
        { account: "Lantern", user: "ana", feature: "reports", at: "2024-03-31" },
        { account: "Lantern", user: "ana", feature: "export", at: "2024-02-10" },
      ],
    },
    value: 4 / 6,
  },
  relation: featureAdoption,
  cut: "whole",
  counts: "used",
  numerator: "adopters",
  denominator: "eligible_active",
  interval: ofShare,
  details: { eligible: "eligible", eligibleActive: "eligible_active", adopters: "adopters" },
  requires: namesUsers,
  trend: 12,
  variants: async ({ details: { eligible, adopters } }) => [
    { who: "Of all entitled users, active or not", value: eligible ? (adopters ?? 0) / eligible : null },
  ],
};
