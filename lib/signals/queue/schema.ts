import { z } from "zod";

/** An account is put away with all that puts it in the queue now; what comes later brings it back. */
export const QueueSnooze = z.strictObject({
  account: z.uuid(),
  until: z.iso.date({ error: "Choose a day that the calendar has." }),
  why: z.string().trim().min(1, { error: "Say why this can wait." }).max(300, { error: "A reason has at most 300 characters." }),
});

/** Under this kind a band is put away, beside the signals by their own. */
export const BAND_KIND = "band";

export type QueueSnooze = z.output<typeof QueueSnooze>;
