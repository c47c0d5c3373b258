import { z } from "zod";

/** What a person says of something that happened. */
export const AnnotationFields = z.strictObject({
  day: z.iso
    .date({ error: "Choose a day that the calendar has." })
    .refine((day) => day >= "1900-01-01", { error: "This is too long ago." }),
  /** Null for every trend. */
  metric: z.string().max(64).nullable(),
  text: z.string().trim().min(1, { error: "Say in a few words what happened." }).max(200, { error: "A note has at most 200 characters." }),
});

export type AnnotationFields = z.output<typeof AnnotationFields>;
