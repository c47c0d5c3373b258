import { z } from "zod";
import { SPANS } from "@/lib/targets/rules";

const MOST = 1e15;
const bounds = { error: "This is no figure that a target can be." };

/** What a person says of a target. */
export const TargetFields = z.strictObject({
  metric: z.string().max(64),
  span: z.enum(SPANS, { error: "Choose month, quarter or year." }),
  fromDay: z.iso.date({ error: "Choose a period of the list." }),
  standing: z.boolean(),
  value: z.number({ error: "Write the goal as a number, such as 110." }).min(-MOST, bounds).max(MOST, bounds),
  owner: z.uuid({ error: "Choose a member of this workspace." }).nullable(),
});

export type TargetFields = z.output<typeof TargetFields>;
