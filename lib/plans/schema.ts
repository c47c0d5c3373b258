import { z } from "zod";

export const ENDINGS = ["reached", "dropped"] as const;

const day = z.iso.date({ error: "Choose a day that the calendar has." });

const StepFields = z
  .strictObject({
    /** That of a step that was there; null for a new one. */
    id: z.uuid().nullable(),
    name: z
      .string()
      .trim()
      .min(1, { error: "Say in a few words what is reached." })
      .max(200, { error: "A step has at most 200 characters." }),
    kind: z
      .string()
      .trim()
      .max(60, { error: "A kind of milestone has at most 60 characters." })
      .nullable()
      .transform((kind) => kind || null),
    expectedOn: day,
    latestOn: day,
  })
  .refine(({ expectedOn, latestOn }) => expectedOn <= latestOn, { error: "A step's latest day is not before the expected one." });

/** What a customer bought for, how they will know, and the steps towards it in their order. */
export const PlanFields = z.strictObject({
  goal: z.string().trim().min(1, { error: "Say what they bought it for." }).max(300, { error: "A goal has at most 300 characters." }),
  measure: z.string().trim().max(300, { error: "How they will know has at most 300 characters." }).default(""),
  owner: z.uuid({ error: "Choose a member of this workspace." }).nullable(),
  steps: z.array(StepFields).min(1, { error: "A plan needs a step." }).max(30, { error: "A plan has at most thirty steps." }),
});

export type PlanFields = z.output<typeof PlanFields>;
export type StepFields = PlanFields["steps"][number];
export type Ending = (typeof ENDINGS)[number];
