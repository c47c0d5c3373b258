import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { USE_OF_MARCH } from "@/lib/metrics/example-records";
import { namesUsers } from "@/lib/metrics/relations/usage";
import { ACTIVITY_DETAILS, userActivity } from "@/lib/metrics/relations/user-activity";

/**
 * Active users: #{persons who did anything in the period}.
 * Count of distinct persons: a user name within an account. 0 where nobody was active; null where no row of use names a user.
 * Source: metrics.md §§15, 20; Mixpanel and Amplitude documentation on active users.
 */
export const activeUsers: RowMetric = {
  face: {
    id: "active-users",
    name: "Active users",
    group: "Product",
    unit: "count",
    better: "higher",
    question: "How many people use the product?",
    meaning: "Persons at customers' who did anything in the product in the period, each counted once.",
    formula: { words: "distinct persons with use in the period", symbols: "#persons" },
    leavesOut: ["Use that names no user: it counts as events.", "Rows of use whose count is 0."],
    elsewhere: [
      { who: "Mixpanel, Amplitude", how: "One person whatever the account: a name in two accounts is one there and two here." },
      { who: "Google Analytics", how: "Only sessions of ten seconds or more, or with a key event." },
    ],
    sources: ["Amplitude, docs: active and new users", "Mixpanel, docs: DAU, WAU, MAU"],
    dimensions: DIMENSIONS,
    example: { words: "Ana and Ben of Harbor, and another Ana of Lantern: 3. Lantern's sync names nobody." },
  },
  example: {
    records: USE_OF_MARCH,
    value: 3,
  },
  relation: userActivity,
  cut: "whole",
  counts: "users",
  numerator: "users",
  details: ACTIVITY_DETAILS,
  requires: namesUsers,
};
