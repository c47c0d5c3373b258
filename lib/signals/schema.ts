import { z } from "zod";
import { SIGNALS } from "@/lib/signals/registry";

const kind = z.string().refine((id) => SIGNALS.some(({ face }) => face.id === id), { error: "There is no such signal." });

export const SignalKey = z.strictObject({ account: z.uuid(), kind, reason: z.string().max(60) });

export const SignalSnooze = SignalKey.extend({
  until: z.iso.date({ error: "Choose a day that the calendar has." }),
  why: z.string().trim().min(1, { error: "Say why this can wait." }).max(300, { error: "A reason has at most 300 characters." }),
});

/** How a workspace wants a signal; each threshold within its range. */
export const SignalSetting = z
  .strictObject({ kind, enabled: z.boolean(), thresholds: z.record(z.string(), z.number()) })
  .superRefine(({ kind: id, thresholds }, context) => {
    const described = SIGNALS.find(({ face }) => face.id === id)?.face.thresholds ?? [];
    for (const [key, value] of Object.entries(thresholds)) {
      const threshold = described.find((each) => each.id === key);
      const path = ["thresholds", key];
      if (threshold === undefined) context.addIssue({ code: "custom", path, message: "There is no such threshold." });
      else if (value < threshold.min || value > threshold.max)
        context.addIssue({ code: "custom", path, message: `“${threshold.label}” lies between ${threshold.min} and ${threshold.max}.` });
    }
  });

export type SignalKey = z.output<typeof SignalKey>;
export type SignalSnooze = z.output<typeof SignalSnooze>;
export type SignalSetting = z.output<typeof SignalSetting>;
