import { ratio } from "@/lib/kernel/ratio";
import type { RowMetric } from "@/lib/metrics/definition";
import { ofShare } from "@/lib/metrics/interval";
import { ONBOARDING_DETAILS, onboarding } from "@/lib/metrics/relations/onboarding";
import type { Reading } from "@/lib/metrics/types";

/**
 * Value reached: #reached value within `value_within_days` ÷ #accounts at least that many days old, of those started in the period.
 * Share; a day is 24 hours, and the last instant of the window is in it. Null where no account is old enough. Source: metrics.md §13.
 */
export const valueReachedShare: RowMetric = {
  face: {
    id: "value-reached-share",
    name: "Value reached in time",
    group: "Product",
    unit: "share",
    better: "higher",
    question: "How many new customers get something out of it in time?",
    meaning: "Of accounts started in the period and old enough to tell, those that reached their first value within the days set for it.",
    formula: { words: "reached value in time ÷ old enough", symbols: "#reached within N days ÷ #at least N days old" },
    leavesOut: [
      "Accounts younger than the days set, whether or not they got there: they are counted as immature.",
      "Accounts whose value lies before their start: they are counted as invalid.",
      "Accounts without a start and without a subscription.",
    ],
    elsewhere: [{ who: "Most dashboards", how: "Of all accounts, however young, which rises by itself as they grow older." }],
    sources: ["tival.io on censored time to value", "Founding article on customer success metrics, time to value"],
    dimensions: onboarding.dimensions,
    example: { words: "Harbor got there after 2 days, Lantern after 40, Meadow never: within 30 days, 1 ÷ 3 = 33.3 %." },
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
        { account: "lantern", kind: "first_value", at: "2024-04-10" },
      ],
    },
    value: 1 / 3,
  },
  relation: onboarding,
  cut: "whole",
  counts: "eligible",
  numerator: "reached_within",
  denominator: "eligible",
  interval: ofShare,
  details: ONBOARDING_DETAILS,
  variants: async (reading) => [{ who: "Of all accounts, however young", value: reachedOfAll(reading) }],
};

/** The share of all accounts started in the period that have reached value by now, as most dashboards have it. */
export function reachedOfAll({ details: { reached, accounts } }: Pick<Reading, "details">): number | null {
  return ratio(reached ?? 0, accounts ?? 0);
}
