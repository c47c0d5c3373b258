import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { SIGN_UPS_OF_MARCH } from "@/lib/metrics/example-records";
import { ofShare } from "@/lib/metrics/interval";
import { SIGNUP_DETAILS, userSignup } from "@/lib/metrics/relations/user-signup";

/**
 * Product adoption: #{new, activated within the window} ÷ #{new, window over}.
 * Share of the period's new users; the window is `adoption_window_days` days of 24 hours from the sign-up. Null where nobody's window is over.
 * Source: metrics.md §14; DashClicks calls new ÷ total users adoption, which is new-user-share here.
 */
export const productAdoptionRate: RowMetric = {
  face: {
    id: "product-adoption-rate",
    name: "Product adoption",
    group: "Product",
    unit: "share",
    better: "higher",
    question: "Do new users take the product up?",
    meaning: "New users of the period who were activated within the adoption window, of those whose window is over.",
    formula: { words: "new users activated in time ÷ new users whose window is over", symbols: "#{activated − signed up ≤ window} ÷ #new" },
    leavesOut: [
      "New users whose window is not over yet, also if they were activated already: counting early successes alone would flatter.",
      "Users activated before they signed up: such a record is wrong, and is counted apart.",
      "Users without a sign-up date.",
    ],
    elsewhere: [{ who: "DashClicks, many glossaries", how: "New users ÷ all users, which measures growth: see New-user share." }],
    sources: ["Amplitude and Mixpanel on activation", "DashClicks, 15 customer success metrics"],
    dimensions: DIMENSIONS,
    example: { words: "Ana, Ben and Cy signed up in March; Ana was activated within 14 days, Cy after 29: 1 ÷ 3 = 33.3 %." },
  },
  example: {
    records: SIGN_UPS_OF_MARCH,
    value: 1 / 3,
  },
  relation: userSignup,
  cut: "whole",
  counts: "mature",
  numerator: "adopted",
  denominator: "mature",
  interval: ofShare,
  details: SIGNUP_DETAILS,
  variants: async ({ details: { adopted, newUsers } }) => [
    { who: "Of all new users, those still inside their window included", value: newUsers ? (adopted ?? 0) / newUsers : null },
  ],
};
