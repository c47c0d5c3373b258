import { z } from "zod";
import { currency, day, decimal, instant, key, label, month, note, optional, ordered, positive, whole, word } from "@/lib/platform/record";

export const INTERVALS = ["day", "week", "month", "quarter", "year", "none"] as const;
export const STATUSES = ["active", "trialing", "past_due", "unpaid", "paused", "canceled"] as const;
export const DISCOUNT_TYPES = ["percent", "fixed"] as const;
export const DURATIONS = ["forever", "repeating", "once"] as const;

/** One price over one stretch of paid service. `amount` is in minor units, per interval and unit of quantity; `endedAt` is exclusive. */
export const SubscriptionRecord = z
  .strictObject({
    externalId: key,
    account: key,
    startedAt: instant,
    endedAt: optional(instant),
    amount: whole,
    currency: currency.optional(),
    interval: word(INTERVALS),
    intervalCount: positive.default(1n),
    quantity: whole.default(1n),
    plan: label,
    status: word(STATUSES).default("active"),
    trialEndsAt: optional(instant),
    pastDueSince: optional(instant),
    unpaidFrom: optional(instant),
    canceledAt: optional(instant),
    churnReason: note,
    seats: optional(whole),
    renewsAt: optional(instant),
    usageType: label,
  })
  .transform((record, context) => {
    const endedAt = record.endedAt ?? (record.status === "canceled" ? record.canceledAt : null);
    if (endedAt === null && record.status === "canceled") context.addIssue({ code: "custom", message: "missing-field", path: ["endedAt"] });
    ordered(record.startedAt, endedAt, "endedAt", context);
    return { ...record, endedAt };
  });

/** A fixed value is in whole minor units per billing interval; a percent may have decimals. */
export const DiscountRecord = z
  .strictObject({
    externalId: optional(key),
    subscription: key,
    type: word(DISCOUNT_TYPES),
    value: decimal,
    duration: word(DURATIONS),
    startsAt: optional(instant),
    endsAt: optional(instant),
  })
  .superRefine(({ type, value, startsAt, endsAt }, context) => {
    if (type === "fixed" && value.includes(".")) context.addIssue({ code: "custom", message: "fractional-minor-unit", path: ["value"] });
    if (type === "percent" && Number(value) > 100) context.addIssue({ code: "custom", message: "out-of-range", path: ["value"] });
    if (startsAt !== null) ordered(startsAt, endsAt, "endsAt", context);
  });

export const PauseRecord = z
  .strictObject({ externalId: optional(key), subscription: key, from: instant, until: optional(instant) })
  .superRefine(({ from, until }, context) => ordered(from, until, "until", context));

export const ContractRecord = z.strictObject({
  externalId: key,
  account: key,
  dueOn: day,
  value: whole,
  termMonths: positive.default(12n),
  currency: currency.optional(),
  renewedOn: optional(day),
  renewedValue: optional(whole),
  renewedTermMonths: optional(positive),
  declinedOn: optional(day),
});

/** Units of the workspace's currency per one unit of `currency`, from the month's first instant until a newer rate. */
export const ExchangeRateRecord = z
  .strictObject({ currency, month, rate: decimal })
  .refine(({ rate }) => Number(rate) > 0, { error: "out-of-range", path: ["rate"] });
