import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { RowMetric } from "@/lib/metrics/definition";
import { FOUR_CUSTOMERS } from "@/lib/metrics/example-book";
import { accountPeriod, MRR_DETAILS } from "@/lib/metrics/relations/account-period";

/**
 * Net customer change: (#A − #B) ÷ #A.
 * Share; negative is growth. Null without opening customers.
 * Source: metrics.md; angelinvestingschool.com; DashClicks, 15 customer success metrics.
 */
export const netCustomerChange: RowMetric = {
  face: {
    id: "net-customer-change",
    name: "Net customer change",
    group: "Revenue",
    unit: "share",
    better: "lower",
    question: "How did the number of customers change?",
    meaning: "Customers at the start less customers at the end, of those at the start; growth is negative.",
    formula: { words: "(customers at the start − customers at the end) ÷ customers at the start", symbols: "(#A − #B) ÷ #A" },
    leavesOut: ["Nothing: newcomers hide losses, so this is no churn rate."],
    elsewhere: [{ who: "Articles that call it churn", how: "10 lost and 10 won reads 0 %, and growth reads negative." }],
    sources: ["angelinvestingschool.com", "DashClicks, 15 customer success metrics"],
    dimensions: DIMENSIONS,
    example: { words: "Four customers at the start, three at the end: (4 − 3) ÷ 4 = 25 %." },
  },
  example: {
    accounts: FOUR_CUSTOMERS,
    value: 0.25,
  },
  relation: accountPeriod,
  cut: "whole",
  counts: "present_customers",
  numerator: "opening_customers - closing_customers",
  denominator: "opening_customers",
  details: MRR_DETAILS,
};
