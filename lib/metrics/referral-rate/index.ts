import { DIMENSIONS } from "@/lib/kernel/dimension";
import { ratio } from "@/lib/kernel/ratio";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { ofShare } from "@/lib/metrics/interval";
import { referring } from "@/lib/metrics/relations/referring";

/**
 * Referral rate: #customers who referred somebody ÷ #customers.
 * Share of the accounts that were customers at any time in the period; each once, however many they referred. Null without customers.
 * Source: metrics.md §19; DashClicks, 15 metrics of customer success.
 */
export const referralRate: RowMetric = {
  face: {
    id: "referral-rate",
    name: "Referral rate",
    group: "Growth",
    unit: "share",
    better: "higher",
    question: "What share of customers sends others to us?",
    meaning: "Customers who referred somebody in the period, of all who were customers at any time in it.",
    formula: { words: "customers who referred ÷ customers", symbols: "#{a: referrals ≥ 1} ÷ #a" },
    leavesOut: [
      "Referrals of accounts that were no customers in the period.",
      "Referrals of oneself, by one's own id or name.",
      "How many each referred, and what became of them.",
    ],
    elsewhere: [{ who: "ZapScale", how: "New customers who had been referred ÷ customers, which is the referred share." }],
    sources: ["DashClicks, 15 metrics of customer success", "ZapScale, referral rate"],
    dimensions: DIMENSIONS,
    example: { words: "Of four customers Harbor referred two others, Lantern itself, and Meadow nobody: 1 ÷ 4 = 25 %." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    records: {
      referrals: [
        { externalId: "r1", account: "Harbor", referredAt: "2024-03-02", referredAccount: "Orchard" },
        { externalId: "r2", account: "Harbor", referredAt: "2024-03-09", referredAccount: "Mill" },
        { externalId: "r3", account: "Lantern", referredAt: "2024-03-05", referredAccount: "Lantern" },
      ],
    },
    value: 1 / 4,
  },
  relation: referring,
  cut: "whole",
  counts: "active",
  numerator: "referring",
  denominator: "active",
  interval: ofShare,
  details: {
    referring: "referring",
    active: "active",
    referrals: "referrals",
    selfReferrals: "of_self",
    othersReferrals: "by_others",
    converted: "converted",
  },
  variants: async ({ details: { converted, active } }) => [
    { who: "ZapScale: referred customers ÷ customers", value: ratio(converted ?? 0, active ?? 0) },
  ],
};
