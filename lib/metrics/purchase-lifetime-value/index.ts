import { DIMENSIONS } from "@/lib/kernel/dimension";
import { lifetimeOfPurchases } from "@/lib/kernel/lifetime-value";
import { ratio } from "@/lib/kernel/ratio";
import type { RowMetric } from "@/lib/metrics/definition";
import { buyer } from "@/lib/metrics/relations/buyer";

/**
 * Purchase lifetime value: average purchase × purchases a year × lifespan in years × gross margin, of all purchases up to the period's end.
 *
 *   average purchase  = paid ÷ purchases
 *   purchases a year  = purchases but each customer's first ÷ years between first and last purchases
 *   lifespan in years = mean years between a customer's first and last purchase + the time one purchase stands for, 1 ÷ purchases a year
 *
 * Measured over the same purchases their product is paid ÷ customers who bought, which is how it is counted, so that every customer's part can be seen; where nobody
 * bought twice the two factors of time have no answer, and the number has one. Minor units. Null where nobody has bought, or a currency has no rate yet.
 * Source: metrics.md §11; DashClicks, 15 metrics of customer success.
 */
export const purchaseLifetimeValue: RowMetric = {
  face: {
    id: "purchase-lifetime-value",
    name: "Purchase lifetime value",
    group: "Revenue",
    unit: "money",
    better: "higher",
    question: "What is a customer who buys one by one worth to us?",
    meaning: "What an average buyer has brought in up to the end of the period: so much a purchase, so often a year, for so many years.",
    formula: { words: "average purchase × purchases a year × years × gross margin", symbols: "a × f × l × m = Σ paid × m ÷ #customers" },
    leavesOut: [
      "Subscriptions: their worth is the customer lifetime value.",
      "What those who still buy will buy from now on.",
      "Customers who never bought.",
    ],
    elsewhere: [
      { who: "Churnmiser, of shops", how: "Counts purchases a year as orders of twelve months ÷ customers who placed them." },
      { who: "qeeebo", how: "Prints 10,000 for 100 × 2 × 5, which is 1,000." },
    ],
    sources: ["DashClicks, 15 metrics of customer success", "churnmiser.com, how to calculate customer lifetime value on Shopify"],
    dimensions: DIMENSIONS,
    example: { words: "Harbor bought three times for 300.00, Lantern once for 100.00: 100.00 × 2 purchases a customer = 200.00." },
  },
  example: {
    accounts: [
      ["Harbor", 10_000, 10_000],
      ["Lantern", 6_000, 9_000],
    ],
    records: {
      purchases: [
        { externalId: "p1", account: "Harbor", at: "2024-03-01", amount: 10_000 },
        { externalId: "p2", account: "Harbor", at: "2024-03-11", amount: 5_000 },
        { externalId: "p3", account: "Harbor", at: "2024-03-21", amount: 15_000 },
        { externalId: "p4", account: "Lantern", at: "2024-03-08", amount: 10_000 },
      ],
    },
    value: 20_000,
  },
  relation: buyer,
  cut: "whole",
  counts: "buyers",
  numerator: "worth",
  denominator: "buyers",
  unpriced: ["unpriced"],
  details: {
    customers: "buyers",
    purchases: "purchases",
    averagePurchase: "paid / nullif(purchases, 0)",
    purchasesPerYear: "repeats / nullif(years, 0)",
    lifespanYears: "CASE WHEN years > 0 THEN years / buyers + years / repeats END",
    margin: "worth / nullif(paid, 0)",
    recentPurchases: "recent_purchases",
    recentCustomers: "recent_buyers",
  },
  variants: async ({ details: { averagePurchase, lifespanYears, margin, recentPurchases, recentCustomers } }) => {
    const perYear = ratio(recentPurchases ?? 0, recentCustomers ?? 0);
    const value = lifetimeOfPurchases({ purchase: averagePurchase ?? null, perYear, years: lifespanYears ?? null });
    return [
      {
        who: "Churnmiser, of shops: purchases a year as orders ÷ customers of the last twelve months",
        value: value === null ? null : value * (margin ?? 1),
      },
    ];
  },
};
