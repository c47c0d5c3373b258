/** The cards of the overview, the first of them the one that matters most. */
export const HEADLINES = [
  "net-revenue-retention",
  "gross-revenue-retention",
  "customer-churn-rate",
  "mrr",
  "customers",
  "arpa",
  "quick-ratio",
] as const;

/** What the overview's trend can draw. */
export const TRENDS = ["mrr", "customers", "net-revenue-retention", "gross-revenue-retention", "customer-churn-rate"] as const;
