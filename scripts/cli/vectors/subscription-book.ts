import { z } from "zod";
import { INTERVALS } from "@/lib/subscriptions/schema";
import { type Book, instant } from "./book";
import { name } from "./vector";

const at = z.string().optional();

/** Without one a price is not recurring. */
export const interval = z.enum(INTERVALS).default("none");

const Row = z.object({
  subscription_id: name.optional(),
  customer_id: name,
  start: z.string(),
  end: at,
  amount_cents: z.number(),
  interval,
  interval_count: z.number().default(1),
  quantity: z.number().default(1),
  currency: z.string().optional(),
  trial_end: at,
  past_due_since: at,
  unpaid_from: at,
  canceled_at: at,
  usage_type: at,
  pauses: z.array(z.object({ from: z.string(), until: at })).default([]),
  discounts: z
    .array(
      z.object({
        type: z.enum(["percent", "fixed", "amount"]), // the last two are one
        value: z.number(),
        duration: z.enum(["forever", "repeating", "once"]),
        start: at,
        end: at,
      }),
    )
    .default([]),
});

/** The fields that all vectors of subscriptions share. */
export const SubscriptionInput = z.object({
  subscriptions: z
    .array(Row)
    .transform((rows) => rows.map((row, place) => ({ ...row, subscription_id: row.subscription_id ?? `row ${place}` }))),
  as_of: at,
  tz: z.string().default("UTC"),
  base_currency: z.string().default("USD"),
  policy: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  fx: z.record(z.string(), z.record(z.string(), z.number())).default({}),
});
export type SubscriptionInput = z.output<typeof SubscriptionInput>;

/** The records of a vector's subscriptions: its accounts, their subscriptions with discounts and pauses, and the exchange rates. */
export function subscriptionBook({ subscriptions, tz, base_currency, policy, fx }: SubscriptionInput): Book {
  const when = (text: string | undefined) => (text === undefined ? null : instant(text, tz));
  const owned = <Item extends object>(pick: (row: SubscriptionInput["subscriptions"][number]) => readonly Item[]) =>
    subscriptions.flatMap((row) =>
      pick(row).map((item, place) => ({ ...item, externalId: `${row.subscription_id}-${place}`, subscription: row.subscription_id })),
    );
  return {
    timeZone: tz,
    currency: base_currency,
    settings: Object.fromEntries(Object.entries(policy).map(([key, value]) => [key, String(value)])),
    records: {
      accounts: [...new Set(subscriptions.map((row) => row.customer_id))].map((id) => ({ externalId: id, name: id })),
      subscriptions: subscriptions.map((row) => ({
        externalId: row.subscription_id,
        account: row.customer_id,
        startedAt: instant(row.start, tz),
        endedAt: when(row.end),
        amount: BigInt(row.amount_cents),
        currency: row.currency ?? base_currency,
        interval: row.interval,
        intervalCount: BigInt(row.interval_count),
        quantity: BigInt(row.quantity),
        trialEndsAt: when(row.trial_end),
        pastDueSince: when(row.past_due_since),
        unpaidFrom: when(row.unpaid_from),
        canceledAt: when(row.canceled_at),
        usageType: row.usage_type ?? null,
      })),
      discounts: owned((row) => row.discounts).map(({ externalId, subscription, type, value, duration, start, end }) => ({
        externalId,
        subscription,
        type: type === "amount" ? ("fixed" as const) : type,
        value,
        duration,
        startsAt: when(start),
        endsAt: when(end),
      })),
      pauses: owned((row) => row.pauses).map(({ externalId, subscription, from, until }) => ({
        externalId,
        subscription,
        from: instant(from, tz),
        until: when(until),
      })),
      "exchange-rates": Object.entries(fx).flatMap(([month, rates]) =>
        Object.entries(rates).map(([currency, rate]) => ({ currency, month, rate })),
      ),
    },
  };
}
