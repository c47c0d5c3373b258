import { ratio } from "@/lib/kernel/ratio";
import type { RowMetric } from "@/lib/metrics/definition";
import { OFFERS_OF_MARCH } from "@/lib/metrics/example-records";
import { ofShare } from "@/lib/metrics/interval";
import { OFFER_DETAILS, offer } from "@/lib/metrics/relations/offer";

/**
 * Upsell and cross-sell conversion: #accepted ÷ #offers whose window is over.
 * Share of the offers presented in the period that were accepted inside the window (30 days unless the settings say otherwise), wherever in time the acceptance
 * lies. Null where there is none. Source: metrics.md §18; DashClicks, 15 metrics of customer success (its formula).
 */
export const upsellCrossSellConversionRate: RowMetric = {
  face: {
    id: "upsell-cross-sell-conversion-rate",
    name: "Upsell and cross-sell conversion",
    group: "Growth",
    unit: "share",
    better: "higher",
    question: "What share of our offers is accepted?",
    meaning: "Offers accepted within their window, of those presented in the period whose window is over.",
    formula: { words: "accepted ÷ offers", symbols: "#accepted ÷ #(accepted + declined + lapsed)" },
    leavesOut: [
      "Offers whose window is not over, also those accepted already: quick answers alone would flatter.",
      "Acceptances after the window: the offer has lapsed.",
      "Offers accepted or declined before they were presented: their dates are wrong.",
    ],
    elsewhere: [{ who: "DashClicks, in its text", how: "Customers who accepted ÷ customers who were offered something." }],
    sources: ["DashClicks, 15 metrics of customer success", "Shno, upsell conversion rate"],
    dimensions: offer.dimensions,
    example: { words: "Harbor accepted one of two, Lantern accepted long after the window: 1 ÷ 3 = 33.3 %." },
  },
  example: {
    accounts: [
      ["Harbor", 10_000, 10_000],
      ["Lantern", 6_000, 9_000],
    ],
    records: OFFERS_OF_MARCH,
    value: 1 / 3,
  },
  relation: offer,
  cut: "whole",
  counts: "offered",
  numerator: "accepted",
  denominator: "offered",
  interval: ofShare,
  details: OFFER_DETAILS,
  variants: async ({ details: { customersAccepted, customersOffered } }) => [
    { who: "DashClicks, in its text: customers ÷ customers", value: ratio(customersAccepted ?? 0, customersOffered ?? 0) },
  ],
};
