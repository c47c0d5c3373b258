import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { USE_OF_MARCH } from "@/lib/metrics/example-records";
import { namesUsers } from "@/lib/metrics/relations/usage";
import { ACTIVITY_DETAILS, userActivity } from "@/lib/metrics/relations/user-activity";

/**
 * Stickiness: (Σ daily actives ÷ days) ÷ distinct actives = Σ days on which a person was active ÷ Σ days of the period, over its active persons.
 * Share, 0-1; the mean is over every local day of the period that has begun, the one that holds the reading whole. Null where nobody was active.
 * Source: metrics.md §20; PostHog's own "stickiness" (users by number of active days) is another chart.
 */
export const stickiness: RowMetric = {
  face: {
    id: "stickiness",
    name: "Stickiness",
    group: "Product",
    unit: "share",
    better: "higher",
    question: "How much of the time do those who use it use it?",
    meaning: "Mean daily active users over all days of the period, of all who were active in it.",
    formula: { words: "mean daily active users ÷ distinct active users", symbols: "(Σ DAU ÷ days) ÷ MAU" },
    leavesOut: ["Use that names no user.", "Days that have not begun: a period that is not over ends with today, counted whole."],
    elsewhere: [
      { who: "Weekdays only", how: "Saturdays and Sundays left out of the mean: fairer to tools used at work. Shown below." },
      { who: "PostHog", how: "Users by the number of days they were active: a chart, not a share." },
    ],
    sources: ["PostHog, posthog.com/docs/product-analytics/stickiness", "Amplitude, docs: stickiness"],
    dimensions: DIMENSIONS,
    example: { words: "Ana of Harbor on 2 days, Ben on 1, Ana of Lantern on 1: 4 ÷ 31 days ÷ 3 persons = 4.3 %." },
  },
  example: {
    records: USE_OF_MARCH,
    value: 4 / 93,
  },
  relation: userActivity,
  cut: "whole",
  counts: "users",
  numerator: "active_days",
  denominator: "possible_days",
  details: ACTIVITY_DETAILS,
  requires: namesUsers,
  variants: async ({ details: { activeWeekdays, possibleWeekdays } }) => [
    { who: "Weekdays only", value: possibleWeekdays ? (activeWeekdays ?? 0) / possibleWeekdays : null },
  ],
};
