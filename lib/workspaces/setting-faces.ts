import { z } from "zod";

const days = (least: number) =>
  z.coerce
    .number({ error: "must be a whole number of days" })
    .int({ error: "must be a whole number of days" })
    .min(least, { error: `must be ${least} or more` })
    .max(3650, { error: "must be 3650 or less" });

/** Every setting that moves a number: how its text is read, what holds without it, and the words a person chooses by. */
export const SETTINGS = {
  past_due_grace_days: {
    schema: z.union([z.literal("none").transform(() => null), days(0)], { error: "must be none or a whole number of days" }),
    fallback: null,
    label: "Grace for late payment",
    words: "Days after which a subscription that is past due no longer counts as MRR. With none, it counts until it ends.",
    unit: "days",
  },
  discount_policy: {
    schema: z.enum(["recurring", "forever_only"], { error: "must be recurring or forever_only" }),
    fallback: "recurring",
    label: "Discounts that lower MRR",
    words: "Whether a discount for a limited time lowers MRR while it lasts, or only one that holds forever.",
    options: { recurring: "Every one, while it lasts", forever_only: "Only those that hold forever" },
  },
  churn_recognition: {
    schema: z.enum(["service_end", "at_cancel_request"], { error: "must be service_end or at_cancel_request" }),
    fallback: "service_end",
    label: "When a cancellation counts",
    words: "Whether MRR is lost on the day the paid service ends, or already when the customer asks to cancel.",
    options: { service_end: "When the paid service ends", at_cancel_request: "When the customer asks to cancel" },
  },
  renewal_grace_days: {
    schema: days(0),
    fallback: 30,
    label: "Grace for renewals",
    words: "Days after its due date in which a contract that is not yet decided is pending rather than lost.",
    unit: "days",
  },
  fcr_window_days: {
    schema: days(1),
    fallback: 7,
    label: "First contact window",
    words: "Days a solved ticket must stay closed to count as resolved at first contact.",
    unit: "days",
  },
  offer_window_days: {
    schema: days(1),
    fallback: 30,
    label: "Offer window",
    words: "Days in which an offer must be accepted to count as converted.",
    unit: "days",
  },
  adoption_window_days: {
    schema: days(1),
    fallback: 14,
    label: "Adoption window",
    words: "Days after sign-up in which a new user has to become active.",
    unit: "days",
  },
  value_within_days: {
    schema: days(1),
    fallback: 30,
    label: "Time to reach value",
    words: "Days in which a new account is expected to reach its first value.",
    unit: "days",
  },
  min_uses: {
    schema: z.coerce
      .number({ error: "must be a whole number" })
      .int({ error: "must be a whole number" })
      .min(1, { error: "must be 1 or more" })
      .max(1000, { error: "must be 1000 or less" }),
    fallback: 1,
    label: "Uses that make an adopter",
    words: "How often a user must have used a feature in the period to count as having adopted it.",
  },
  ces_scale: {
    schema: z.enum(["7", "5"], { error: "must be 7 or 5" }).transform((points) => (points === "7" ? 7 : 5)),
    fallback: 7,
    label: "Points of the effort scale",
    words: "The scale on which customers say how easy it was, easiest at the top. Answers on another scale never enter the effort score.",
    options: { 7: "Seven points", 5: "Five points" },
  },
  gross_margin_pct: {
    schema: z.coerce.number({ error: "must be a number" }).gt(0, { error: "must be above 0" }).max(100, { error: "must be 100 or less" }),
    fallback: 100,
    label: "Gross margin",
    words: "The share of revenue that remains after the cost of the service; lifetime values are multiplied by it.",
    unit: "%",
  },
} as const satisfies Record<string, SettingFace>;

export type SettingFace = {
  schema: z.ZodType<string | number | null>;
  fallback: string | number | null;
  label: string;
  words: string;
  unit?: string;
  options?: Record<string, string>;
};
