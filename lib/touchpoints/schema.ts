import { z } from "zod";
import { isDay } from "@/lib/kernel/period";
import { TOUCH_TYPES } from "@/lib/touchpoints/choices";

const LOCAL_MINUTE = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/;

/** What a person says of a call, a mail, a meeting or a note. `at` is what the workspace's clocks showed. */
export const TouchFields = z
  .strictObject({
    type: z.enum(TOUCH_TYPES, { error: "Choose a type of the list." }),
    twoWay: z.boolean().default(false),
    at: z
      .string()
      .regex(LOCAL_MINUTE, { error: "Say when it was." })
      .refine((text) => isDay(text.slice(0, 10)) && text >= "1900", { error: "This is no moment that the calendar has." }),
    text: z.string().trim().max(20_000, { error: "A note has at most 20,000 characters." }).default(""),
    contact: z.uuid().nullable().default(null),
    minutes: z.int().min(0).max(1_440, { error: "It lasted at most a day." }).nullable().default(null),
    mentions: z.array(z.uuid()).max(20, { error: "At most twenty people are told." }).default([]),
  })
  .refine(({ type, text }) => type !== "note" || text !== "", { error: "A note needs some words." })
  .refine(({ type, twoWay }) => type !== "note" || !twoWay, { error: "A note is no touch; nobody can have answered it." });

export const PulseFields = z.strictObject({
  rating: z.int().min(1, { error: "A pulse is 1 to 5." }).max(5, { error: "A pulse is 1 to 5." }),
  note: z.string().trim().max(2_000, { error: "A note has at most 2,000 characters." }).default(""),
});

export type TouchFields = z.output<typeof TouchFields>;
export type PulseFields = z.output<typeof PulseFields>;
