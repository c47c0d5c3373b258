import { kaplanMeier, survivalMedianInterval } from "@/lib/kernel/kaplan-meier";
import { mean, median } from "@/lib/kernel/percentile";
import type { SpreadMetric } from "@/lib/metrics/definition";
import { ONBOARDING_DETAILS, onboarding } from "@/lib/metrics/relations/onboarding";
import type { EvidenceRow } from "@/lib/metrics/types";

/**
 * Time to value: the first time by which half of the accounts started in the period had reached value (S(t) ≤ ½, Kaplan-Meier).
 * Days, elapsed and with their fraction, from the start to the first milestone of the kind first_value; who has not got there counts as long as followed,
 * to the instant of the reading. Null where half has not got there, or none started. Source: metrics.md §13 and §20; Kaplan and Meier 1958.
 */
export const timeToValue: SpreadMetric = {
  face: {
    id: "time-to-value",
    name: "Time to value",
    group: "Product",
    unit: "days",
    better: "lower",
    question: "How long does it take until a new customer gets something out of it?",
    meaning:
      "The days by which half of the accounts started in the period had reached their first value, those still on their way included.",
    formula: { words: "the first time by which half have reached value", symbols: "min t: S(t) ≤ ½" },
    leavesOut: [
      "Accounts whose value lies before their start: they are counted as invalid.",
      "Accounts without a start and without a subscription.",
      "Milestones of other kinds than first_value, and those at or after the instant of the reading.",
    ],
    elsewhere: [
      { who: "Most calculators", how: "The mean or median of those who arrived, which flatters: who never arrives is not in it." },
      { who: "Founding article", how: "From the first interaction, which may lie before the start." },
    ],
    sources: ["tival.io on censored time to value", "Kaplan and Meier 1958", "Founding article on customer success metrics, time to value"],
    dimensions: onboarding.dimensions,
    example: {
      words:
        "Harbor took 2 days and Lantern 10; Meadow has not got there. After 2 days two thirds are on their way, after 10 one third: 10 days. Of those who arrived, the median is 6.",
    },
  },
  example: {
    records: {
      accounts: [
        { externalId: "harbor", name: "Harbor", startedAt: "2024-03-01" },
        { externalId: "lantern", name: "Lantern", startedAt: "2024-03-01" },
        { externalId: "meadow", name: "Meadow", startedAt: "2024-03-05" },
      ],
      milestones: [
        { account: "harbor", kind: "first_value", at: "2024-03-03" },
        { account: "lantern", kind: "first_value", at: "2024-03-11" },
      ],
    },
    value: 10,
  },
  relation: onboarding,
  cut: "whole",
  counts: "accounts",
  spread: "r.days",
  aggregate: { ended: "r.has_value" },
  details: ONBOARDING_DETAILS,
  variants: async (_reading, _cohorts, rows) => {
    const evidence = await rows();
    const [from, until] = survivalMedianInterval(
      kaplanMeier(evidence.map(({ value, observed }) => ({ duration: Number(value), ended: observed === true }))),
    );
    const arrived = arrivedOnly(evidence);
    return [
      { who: "Of those who arrived alone, the median", value: arrived.median },
      { who: "Of those who arrived alone, the mean", value: arrived.mean },
      { who: "The least it may be (95 %, log-log)", value: from },
      { who: "The most it may be (95 %, log-log)", value: until },
    ];
  },
};

/** The mean and the median days of those who reached value, as most calculators have them. Null where nobody did. */
export function arrivedOnly(rows: readonly EvidenceRow[]): { mean: number | null; median: number | null } {
  const days = rows.filter(({ observed }) => observed === true).map(({ value }) => Number(value));
  return { mean: mean(days), median: median(days) };
}
