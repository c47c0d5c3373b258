import { DIMENSIONS } from "@/lib/kernel/dimension";
import { ratio } from "@/lib/kernel/ratio";
import type { RowMetric } from "@/lib/metrics/definition";
import { OFFERS_OF_MARCH } from "@/lib/metrics/example-records";
import { ofShare } from "@/lib/metrics/interval";
import { OFFER_DETAILS, offeredAccount } from "@/lib/metrics/relations/offer";

/**
 * Customer offer acceptance: #customers who accepted ÷ #customers who were offered something.
 * Each customer once, over the same offers as the conversion of offers: presented in the period, their window over. Null where there is none.
 * Source: metrics.md §18; DashClicks, 15 metrics of customer success (its text).
 */
export const customerOfferAcceptanceRate: RowMetric = {
  face: {
    id: "customer-offer-acceptance-rate",
    name: "Customers accepting offers",
    group: "Growth",
    unit: "share",
    better: "higher",
    question: "What share of the customers we made offers to took one?",
    meaning: "Customers who accepted an offer within its window, of those who were presented one in the period.",
    formula: { words: "customers who accepted ÷ customers offered", symbols: "#{a: accepted ≥ 1} ÷ #{a: offers ≥ 1}" },
    leavesOut: [
      "Customers all of whose offers have a window that is not over.",
      "Acceptances after the window.",
      "Offers accepted or declined before they were presented: their dates are wrong.",
    ],
    elsewhere: [{ who: "DashClicks, in its formula", how: "Offers accepted ÷ offers, which is the conversion here." }],
    sources: ["DashClicks, 15 metrics of customer success"],
    dimensions: DIMENSIONS,
    example: { words: "Harbor accepted one of two, Lantern none: one customer of two, 50 %." },
  },
  example: {
    accounts: [
      ["Harbor", 10_000, 10_000],
      ["Lantern", 6_000, 9_000],
    ],
    records: OFFERS_OF_MARCH,
    value: 1 / 2,
  },
  relation: offeredAccount,
  cut: "whole",
  counts: "customers_offered",
  numerator: "customers_accepted",
  denominator: "customers_offered",
  interval: ofShare,
  details: OFFER_DETAILS,
  variants: async ({ details: { accepted, offered } }) => [
    { who: "DashClicks, in its formula: offers ÷ offers", value: ratio(accepted ?? 0, offered ?? 0) },
  ],
};
