import { z } from "zod";

/** What a renewal is expected to become: the same again, more, less, or nothing. */
export const CALLS = ["renew", "grow", "shrink", "lose"] as const;

/** How far ahead renewals are listed, in days. */
export const WINDOWS = [90, 180] as const;

/** Which of the renewals due are listed. */
export const SHOWN = ["all", "risk", "disagree", "uncalled"] as const;

export type Call = (typeof CALLS)[number];
export type Shown = (typeof SHOWN)[number];

/** What a person says of a renewal. The amount is over its whole term, in the contract's currency; it is asked of grow and shrink alone. */
export const CallFields = z.strictObject({
  call: z.enum(CALLS, { error: "Choose one of renew, grow, shrink and lose." }),
  amount: z.string().trim().max(40, { error: "An amount has at most 40 characters." }).default(""),
  note: z.string().trim().max(2_000, { error: "A note has at most 2,000 characters." }).default(""),
});

export type CallFields = z.output<typeof CallFields>;
