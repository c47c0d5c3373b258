import { z } from "zod";
import { currency, instant, key, note, optional, whole, word } from "@/lib/platform/record";

export const OFFER_KINDS = ["upsell", "cross_sell"] as const;

/** More that was offered to an account. An acceptance before the presentation is kept as told: the numbers leave it out. */
export const OfferRecord = z.strictObject({
  externalId: key,
  account: key,
  kind: word(OFFER_KINDS),
  presentedAt: instant,
  acceptedAt: optional(instant),
  declinedAt: optional(instant),
  value: optional(whole),
  currency: currency.optional(),
});

/** An account told somebody of us; `referredAccount` is whoever that was, by any name. */
export const ReferralRecord = z.strictObject({
  externalId: key,
  account: key,
  referredAt: instant,
  referredAccount: note,
  convertedAt: optional(instant),
});

/** A one-off sale. */
export const PurchaseRecord = z.strictObject({ externalId: key, account: key, at: instant, amount: whole, currency: currency.optional() });
