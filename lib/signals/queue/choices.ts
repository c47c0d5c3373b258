export const WHOSE = ["mine", "team", "all"] as const;

/** Whose accounts and tasks: one's own, those of one's team (whoever reports to one, and oneself), or everybody's. */
export type Whose = (typeof WHOSE)[number];
