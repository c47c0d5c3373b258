import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { SIGN_UPS_OF_MARCH } from "@/lib/metrics/example-records";
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
    records: SIGN_UPS_OF_MARCH,
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
