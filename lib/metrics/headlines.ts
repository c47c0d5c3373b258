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

/** What the overview tells beside the money: how customers feel, how they are helped, and whether they use what they pay for. */
export const PULSES = [
  {
    title: "What they say",
    ids: ["net-promoter-score", "customer-satisfaction-score", "customer-effort-score"],
    missing: "No survey has been answered in this period.",
  },
  {
    title: "How they are helped",
    ids: ["tickets", "ticket-resolution-median", "first-contact-resolution-rate", "reopen-rate"],
    missing: "No ticket came in in this period.",
  },
  {
    title: "What they use",
    ids: ["active-users", "stickiness", "product-adoption-rate", "time-to-value"],
    missing: "No use was recorded in this period.",
  },
] as const;
