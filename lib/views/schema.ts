import { z } from "zod";

/** The screens whose views can be kept. */
export const SCREENS = ["accounts"] as const;
export type Screen = (typeof SCREENS)[number];

const LONGEST = 2_000;

export const ViewFields = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, { error: "Give it a name." })
    .max(80, { error: "A name has at most 80 characters." })
    .regex(/^\P{Cc}*$/u, { error: "A name is one line of words." }),
  /** What stands behind the question mark of the screen's address; the screen takes from it what it knows. */
  query: z
    .string()
    .max(LONGEST, { error: "These are more filters than a view can hold. Nothing was saved; loosen some of them." })
    .regex(/^[A-Za-z0-9%&=+.,:;@!$'()*/?~_-]*$/, { error: "This is no address of the screen, so nothing was saved." }),
  shared: z.boolean(),
});

export type ViewFields = z.output<typeof ViewFields>;
