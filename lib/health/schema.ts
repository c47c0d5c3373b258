import { z } from "zod";
import { HealthConfig } from "@/lib/health/config";
import { OVERRIDE_DAYS } from "@/lib/health/rules";

const workspace = z.string().max(48);

/** Scorecards as they may be published. Those that were before may have two limits of one age, and still read. */
const Draft = HealthConfig.refine(
  ({ cards }) =>
    cards.every(({ limits }) =>
      Object.values(limits).every(({ younger = [] }) => new Set(younger.map(({ days }) => days)).size === younger.length),
    ),
  "Two limits for young accounts are of one age.",
);

export const NewOverride = z.strictObject({
  workspace,
  account: z.uuid(),
  band: z.enum(["green", "yellow", "red"], "Choose Healthy, Watch or At risk."),
  reason: z.string().trim().min(3, "Say why, so that whoever looks later understands it.").max(500, "A reason has at most 500 letters."),
  days: z
    .int()
    .min(1, "An override holds for 1 day at least.")
    .max(OVERRIDE_DAYS.most, `An override holds for ${OVERRIDE_DAYS.most} days at most.`),
});

export const EndedOverride = z.strictObject({ workspace, account: z.uuid() });

export const PreviewRequest = z.strictObject({ workspace, config: Draft });

export const NewVersion = z.strictObject({
  workspace,
  config: Draft,
  /** The version the draft was made from. */
  base: z.int().min(0),
  note: z.string().trim().min(3, "Say in a few words what changes and why.").max(300, "A note has at most 300 letters."),
});
