import { z } from "zod";
import { SIGNALS } from "@/lib/signals/registry";
import { TaskFields } from "@/lib/tasks/schema";

export const PLACES = ["account", "owner", "mrr", "reason"] as const;
export const SET_FIELDS = ["stage", "segment", "plan"] as const;
export const LATE = ["first-value", "plan-step"] as const;

const KINDS = SIGNALS.map(({ face }) => face.id);
const days = (least: number) => z.int().min(least).max(365, { error: "At most 365 days." });
const word = z.string().trim().min(1, { error: "This is needed." }).max(120, { error: "At most 120 characters." });

/** Text with {{account}}, {{owner}}, {{mrr}} and {{reason}} in it; any other place is a slip of the pen. */
const template = (most: number) =>
  z
    .string()
    .trim()
    .min(1, { error: "Write something to be sent." })
    .max(most, { error: `At most ${most.toLocaleString("en-US")} characters.` })
    .refine((text) => [...text.matchAll(/\{\{([^}]*)\}\}/g)].every(([, place = ""]) => PLACES.some((known) => known === place.trim())), {
      error: `Only {{${PLACES.join("}}, {{")}}} are filled in.`,
    });

/** owner: whoever looks after the account. manager: the owner's. Else a member by id. */
const OwnerRule = z.union([z.literal(["owner", "manager"]), z.uuid()]);

export const Trigger = z.discriminatedUnion("on", [
  z.strictObject({
    on: z.literal("signal"),
    kind: z.string().refine((kind) => KINDS.includes(kind), { error: "Choose a signal of the list." }),
  }),
  z.strictObject({ on: z.literal("band"), band: z.enum(["green", "yellow", "red"]) }),
  z.strictObject({ on: z.literal("renewal"), days: days(1) }),
  z.strictObject({ on: z.literal("stage"), stage: word }),
  z.strictObject({ on: z.literal("late"), what: z.enum(LATE) }),
]);

export const Step = z.discriminatedUnion("does", [
  z.strictObject({
    does: z.literal("task"),
    ...TaskFields.pick({ title: true, type: true, reason: true, detail: true }).shape,
    dueIn: days(0),
    owner: OwnerRule,
  }),
  z.strictObject({
    does: z.literal("mail"),
    to: z.union([z.literal(["owner", "champion"]), z.uuid()]),
    subject: template(200),
    text: template(10_000),
  }),
  z.strictObject({ does: z.literal("webhook"), endpoint: z.uuid({ error: "Choose an endpoint." }) }),
  z.strictObject({ does: z.literal("wait"), days: days(1) }),
  z.strictObject({ does: z.literal("set"), field: z.enum(SET_FIELDS), value: word }),
]);

/** What a playbook does: as a draft, and as it is live. */
export const Definition = z.strictObject({
  trigger: Trigger,
  filter: z.strictObject({ segment: word.nullable(), plan: word.nullable() }),
  steps: z.array(Step).min(1, { error: "A playbook needs a step." }).max(20, { error: "At most 20 steps." }),
  /** Percent of the accounts that are left alone, so that the effect can be told. */
  holdout: z.int().min(0).max(50, { error: "At most half are held out." }),
});

export const PlaybookName = z
  .string()
  .trim()
  .min(1, { error: "Give it a name." })
  .max(120, { error: "A name has at most 120 characters." });

export type Trigger = z.output<typeof Trigger>;
export type Step = z.output<typeof Step>;
export type Definition = z.output<typeof Definition>;
