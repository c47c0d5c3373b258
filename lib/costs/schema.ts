import { z } from "zod";
import { currency, key, label, month, optional, whole } from "@/lib/platform/record";

/** What was spent in a month, on one account where it names one. The category is any word; those that tell of keeping customers count. */
export const CostRecord = z.strictObject({
  externalId: key,
  month,
  amount: whole,
  currency: currency.optional(),
  category: label.transform((value) => value?.toLowerCase() ?? null),
  account: optional(key),
});
