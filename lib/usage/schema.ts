import { z } from "zod";
import { decimal, instant, key, label, note, optional, ordered, plain, whole } from "@/lib/platform/record";

/** A person at the customer's who uses the product. `entitlements` are features joined by `;`; null means all. */
export const UserRecord = z
  .strictObject({
    externalId: key,
    account: key,
    signedUpAt: optional(instant),
    activatedAt: optional(instant),
    deletedAt: optional(instant),
    entitlements: note.transform(features),
  })
  .superRefine(({ signedUpAt, deletedAt }, context) => {
    if (signedUpAt !== null) ordered(signedUpAt, deletedAt, "deletedAt", context);
  });

/** Use of a feature by an account, told by itself or by a subscription of its; `user` is whoever did it, by any name. */
export const UsageRecord = z
  .strictObject({
    externalId: optional(key),
    account: optional(key),
    subscription: optional(key),
    user: label.refine(isShort, { error: "out-of-range" }),
    feature: key.refine(isShort, { error: "out-of-range" }),
    at: instant,
    count: whole.default(1n),
    durationSeconds: optional(decimal),
    errors: optional(whole),
  })
  .refine(({ account, subscription }) => account !== null || subscription !== null, { error: "missing-field", path: ["account"] });

/** What an account reached: `first_value`, or any other name. */
export const MilestoneRecord = z.strictObject({ account: key, kind: key, at: instant });

// Days of use are kept by feature and user together, and both must fit one index entry.
function isShort(name: string | null): boolean {
  return name === null || Buffer.byteLength(name) <= 1_000;
}

function features(text: string | null): string | null {
  const named = (text ?? "").split(";").map(plain).filter(Boolean);
  return [...new Set(named)].join(";") || null;
}
