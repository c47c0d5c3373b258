import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { ofShare } from "@/lib/metrics/interval";
import { SIGNUP_DETAILS, userSignup } from "@/lib/metrics/relations/user-signup";

/**
 * New-user share: #{signed up in the period} ÷ #{signed up before its end}, of users not deleted before its end.
 * Share of all users; null where there are none. It measures growth, whatever it is called elsewhere.
 * Source: metrics.md §14; DashClicks, 15 customer success metrics.
 */
export const newUserShare: RowMetric = {
  face: {
    id: "new-user-share",
    name: "New-user share",
    group: "Product",
    unit: "share",
    better: "higher",
    question: "What share of our users is new?",
    meaning: "Users who signed up in the period, of all users at its end.",
    formula: { words: "new users ÷ all users", symbols: "#new ÷ #users" },
    leavesOut: ["Users deleted before the period's end, above the line and below it.", "Users without a sign-up date."],
    elsewhere: [{ who: "DashClicks", how: "The same figure under the name of product adoption: 22 ÷ 200 = 11 %." }],
    sources: ["DashClicks, 15 customer success metrics"],
    dimensions: DIMENSIONS,
    example: { words: "Ana, Ben and Cy are new, Dee is not: 3 ÷ 4 = 75 %." },
  },
  example: {
    records: {
      accounts: [
        { externalId: "Harbor", name: "Harbor" },
        { externalId: "Lantern", name: "Lantern" },
      ],
      users: [
        { externalId: "ana", account: "Harbor", signedUpAt: "2024-03-02", activatedAt: "2024-03-05" },
        { externalId: "ben", account: "Harbor", signedUpAt: "2024-03-10" },
        { externalId: "cy", account: "Lantern", signedUpAt: "2024-03-20", activatedAt: "2024-04-18" },
        { externalId: "dee", account: "Lantern", signedUpAt: "2024-01-01", activatedAt: "2024-03-03" },
      ],
    },
    value: 3 / 4,
  },
  relation: userSignup,
  cut: "whole",
  counts: "total_users",
  numerator: "new_of_total",
  denominator: "total_users",
  interval: ofShare,
  details: { ...SIGNUP_DETAILS, newUsers: "new_of_total" },
};
