import { z } from "zod";
import { OUTCOMES, TASK_REASONS, TASK_TYPES } from "@/lib/tasks/choices";

const day = z.iso.date({ error: "Choose a day that the calendar has." });

/** What a person says of a task. */
export const TaskFields = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1, { error: "Say in a few words what is to be done." })
    .max(200, { error: "A title has at most 200 characters; put the rest below." }),
  type: z.enum(TASK_TYPES, { error: "Choose a type of the list." }),
  reason: z.enum(TASK_REASONS, { error: "Choose a reason of the list." }),
  detail: z.string().trim().max(5_000, { error: "The details have at most 5,000 characters." }).default(""),
  dueOn: day,
  owner: z.uuid({ error: "Choose a member of this workspace." }).nullable(),
});

/** Until when, and why: nothing is put away without both. */
export const Snooze = z.strictObject({
  until: day,
  why: z.string().trim().min(1, { error: "Say why this can wait." }).max(300, { error: "A reason has at most 300 characters." }),
});

export const Closing = z.strictObject({
  as: z.enum(OUTCOMES),
  outcome: z.string().trim().max(2_000, { error: "An outcome has at most 2,000 characters." }).default(""),
});

export type TaskFields = z.output<typeof TaskFields>;
export type Snooze = z.output<typeof Snooze>;
export type Closing = z.output<typeof Closing>;
