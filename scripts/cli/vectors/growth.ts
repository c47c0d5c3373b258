import { z } from "zod";
import { lifetimeOfPurchases } from "@/lib/kernel/lifetime-value";
import { addDays } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { type Book, instant, type Records } from "./book";
import { readings, type Span } from "./reading";
import { inScratch } from "./scratch";
import { Period, spanOf } from "./span";
import { type Adapter, adapter, name, percent } from "./vector";

const spanned = {
  period: Period,
  as_of: z.string().optional(),
  tz: z.string().default("UTC"),
};

const Offers = z.object({
  ...spanned,
  offers: z.array(
    z.object({
      offer_id: name.optional(),
      customer_id: name,
      type: z.enum(["upsell", "cross_sell"]),
      presented_at: z.string(),
      accepted_at: z.string().optional(),
      declined_at: z.string().optional(),
    }),
  ),
  window_days: z.number().optional(),
});

const Referrals = z.object({
  ...spanned,
  active_customers: z.array(name),
  referrals: z.array(z.object({ referrer_id: name, referred_id: name.optional(), at: z.string() })),
});

const Costs = z.object({
  ...spanned,
  costs: z.array(z.object({ amount_cents: z.number(), at: z.string(), type: z.string() })),
  opening_customers: z.array(name),
  closing_customers: z.array(name),
});

export const growth: Record<string, Adapter> = {
  "upsell.conversion": adapter(Offers, (input) =>
    inScratch(offerBook(input), async (scope) => {
      const converted = async (where: NonNullable<Span["where"]>) => {
        const { "upsell-cross-sell-conversion-rate": rate } = await readings(scope, ["upsell-cross-sell-conversion-rate"], {
          ...spanOf(input, input.period),
          where,
        });
        const { offered, accepted, immature, invalid, customersOffered, customersAccepted } = rate.details;
        return {
          offers: offered,
          accepted,
          immature,
          invalid,
          offer_rate_pct: percent(rate.value),
          customers: customersOffered,
          accepting_customers: customersAccepted,
        };
      };
      const { "customer-offer-acceptance-rate": customers } = await readings(
        scope,
        ["customer-offer-acceptance-rate"],
        spanOf(input, input.period),
      );
      return {
        all: { ...(await converted({})), customer_rate_pct: percent(customers.value) },
        upsell: await converted({ kind: "upsell" }),
        cross_sell: await converted({ kind: "cross_sell" }),
      };
    }),
  ),
  "referral.rate": adapter(Referrals, (input) =>
    inScratch(referralBook(input), async (scope) => {
      const { "referral-rate": rate } = await readings(scope, ["referral-rate"], spanOf(input, input.period));
      const { referring, active } = rate.details;
      return { referring_customers: referring, active_customers: active, referral_rate_pct: percent(rate.value) };
    }),
  ),
  crc: adapter(Costs, (input) =>
    inScratch(costBook(input), async (scope) => {
      const { "customer-retention-cost": cost } = await readings(scope, ["customer-retention-cost"], spanOf(input, input.period));
      return { retention_cost_cents: cost.details.cost, retained_customers: cost.details.retained, crc_cents: cost.value };
    }),
  ),
  "clv.simple": adapter(
    z.object({ avg_purchase_value: z.number(), purchases_per_year: z.number(), lifespan_years: z.number() }),
    ({ avg_purchase_value, purchases_per_year, lifespan_years }) => ({
      clv: lifetimeOfPurchases({ purchase: avg_purchase_value, perYear: purchases_per_year, years: lifespan_years }),
    }),
  ),
};

function offerBook({ offers, window_days, tz }: z.output<typeof Offers>): Book {
  const when = (text: string | undefined) => (text === undefined ? null : instant(text, tz));
  const rows = offers.map((row, place) => ({
    externalId: row.offer_id ?? `row ${place}`,
    account: row.customer_id,
    kind: row.type,
    presentedAt: instant(row.presented_at, tz),
    acceptedAt: when(row.accepted_at),
    declinedAt: when(row.declined_at),
  }));
  const settings = window_days === undefined ? {} : { offer_window_days: String(window_days) };
  return { ...bookOf(tz, { accounts: accountsOf(offers.map(({ customer_id }) => customer_id)), offers: rows }), settings };
}

function referralBook({ active_customers, referrals, period, tz }: z.output<typeof Referrals>): Book {
  return bookOf(tz, {
    accounts: accountsOf([...active_customers, ...referrals.map(({ referrer_id }) => referrer_id)]),
    subscriptions: [...new Set(active_customers)].map((account) =>
      paying(account, instant(addDays(dayAt(instant(period.start, tz), tz), -30), tz), null),
    ),
    referrals: referrals.map(({ referrer_id, referred_id, at }, place) => ({
      externalId: String(place),
      account: referrer_id,
      referredAt: instant(at, tz),
      referredAccount: referred_id ?? null,
    })),
  });
}

// Whoever is on one list alone joined or left on the period's second day.
function costBook({ costs, opening_customers, closing_customers, period, tz }: z.output<typeof Costs>): Book {
  const [before, during] = [
    instant(addDays(dayAt(instant(period.start, tz), tz), -30), tz),
    instant(addDays(dayAt(instant(period.start, tz), tz), 1), tz),
  ];
  const customers = [...new Set([...opening_customers, ...closing_customers])];
  return bookOf(tz, {
    accounts: accountsOf(customers),
    subscriptions: customers.map((one) =>
      paying(one, opening_customers.includes(one) ? before : during, closing_customers.includes(one) ? null : during),
    ),
    costs: costs.map(({ amount_cents, at, type }, place) => ({
      externalId: String(place),
      month: `${dayAt(instant(at, tz), tz).slice(0, 7)}-01`,
      amount: BigInt(amount_cents),
      category: type,
    })),
  });
}

function bookOf(timeZone: string, records: Records): Book {
  return { timeZone, currency: "USD", settings: {}, records };
}

function accountsOf(names: readonly string[]) {
  return [...new Set(names)].map((name) => ({ externalId: name, name }));
}

function paying(account: string, startedAt: Date, endedAt: Date | null) {
  return { externalId: account, account, startedAt, endedAt, amount: 100n, interval: "month" as const };
}
