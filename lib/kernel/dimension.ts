/** What a number can be split and filtered by. */
export const DIMENSIONS = ["segment", "plan", "region", "owner", "stage", "country", "industry", "interval"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
