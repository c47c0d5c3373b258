import { z } from "zod";

/** A month as an address has it: `2026-10`. */
export const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: "Write a month as 2026-10." });

export const MOST_DECISIONS = 3;

/** What whoever leads is asked to decide. Blank ones are left out. */
export const Decisions = z
  .array(z.string().trim().max(300, { error: "A decision has at most 300 characters. Nothing was saved." }))
  .max(MOST_DECISIONS, { error: `At most ${MOST_DECISIONS} decisions are asked. Nothing was saved.` })
  .transform((texts) => texts.filter(Boolean));
