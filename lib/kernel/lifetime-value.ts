/** ARPA in any unit of money a period; `churn` the logo churn of the same period, a share; `margin` the gross margin, a share. */
export type LifetimeInputs = { readonly arpa: number | null; readonly churn: number | null; readonly margin?: number };

/**
 * What a subscribing customer brings in over its life: ARPA × gross margin ÷ churn, in the money of ARPA, and how many periods that
 * life has on average, 1 ÷ churn. ARPA 100 at 5 % churn: 2,000 over 20 periods.
 *
 * Null without ARPA or churn, and at no churn (or less): nobody left, so nothing can be said of how long they stay. Never net churn.
 * Source: ChartMogul, Customer Lifetime Value. Stripe would assume 1.67 % instead, which is a cap of 60 months.
 */
export function lifetimeValue({ arpa, churn, margin = 1 }: LifetimeInputs): { value: number | null; lifetime: number | null } {
  if (churn === null || churn <= 0) return { value: null, lifetime: null };
  return { value: arpa === null ? null : (arpa * margin) / churn, lifetime: 1 / churn };
}

/** What an average purchase is worth, in any unit of money, how many a customer makes in a year, and for how many years. */
export type PurchaseInputs = { readonly purchase: number | null; readonly perYear: number | null; readonly years: number | null };

/**
 * What a customer who buys one by one brings in over its life: purchase × purchases a year × years, in the money of the purchase. 300 five times
 * a year for two years: 3,000. Null where one of them is not known. Source: DashClicks, 15 metrics of customer success.
 */
export function lifetimeOfPurchases({ purchase, perYear, years }: PurchaseInputs): number | null {
  return purchase === null || perYear === null || years === null ? null : purchase * perYear * years;
}
