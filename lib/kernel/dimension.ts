/** What an account is, so that every number can be split and filtered by it. */
export const DIMENSIONS = ["segment", "plan", "region", "owner", "stage", "country", "industry", "interval"] as const;

/** What the thing counted is, where the thing is not the account itself: a ticket's channel, a cost's category. Not every metric has them. */
export const RECORD_DIMENSIONS = ["kind", "channel", "priority", "feature", "category"] as const;

export const ALL_DIMENSIONS = [...DIMENSIONS, ...RECORD_DIMENSIONS] as const;
export type Dimension = (typeof ALL_DIMENSIONS)[number];
