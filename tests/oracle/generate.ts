import fc from "fast-check";
import type { Book, Discount, Pause, Rate, Rules, Subscription } from "./book";
import { midnight } from "./clock";

const DAY = 86_400_000;

/** Clocks that jump at midnight, at night, by three quarters of an hour off, far east, by half an hour, backwards in winter; and none that jumps. */
const ZONES = [
  "UTC",
  "America/New_York",
  "America/Sao_Paulo",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "Pacific/Auckland",
  "Australia/Lord_Howe",
  "Europe/Dublin",
] as const;
export const MONTHS = [
  "2023-11",
  "2023-12",
  "2024-01",
  "2024-02",
  "2024-03",
  "2024-04",
  "2024-05",
  "2024-06",
  "2024-10",
  "2024-11",
] as const;

/** The first and the last day that generated records name, give or take a year for what follows a start. */
export const SPAN = { start: "2023-11-01", end: "2025-01-01" } as const;

export const rules: fc.Arbitrary<Rules> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  currency: fc.constant("USD"),
  past_due_grace_days: fc.constantFrom(null, 0, 1, 30),
  discount_policy: fc.constantFrom("recurring", "forever_only"),
  churn_recognition: fc.constantFrom("service_end", "at_cancel_request"),
});

/** Instants where mistakes live: month starts of the zone, a second or an hour to either side, and any moment at all. */
export function instantIn(zone: string): fc.Arbitrary<Date> {
  const edges = fc
    .tuple(fc.constantFrom(...MONTHS), fc.constantFrom(0, 0, 0, -1, 1, -1000, 1000, -3_600_000, 3_600_000, DAY, 9 * DAY))
    .map(([month, off]) => new Date(midnight(`${month}-01`, zone).getTime() + off));
  const moments = fc.integer({ min: Date.parse(SPAN.start), max: Date.parse(SPAN.end) }).map((at) => new Date(at));
  return fc.oneof({ weight: 3, arbitrary: edges }, { weight: 1, arbitrary: moments });
}

const price = fc.record({
  amount: fc.oneof(fc.constantFrom(0n, 1000n, 1000n, 1200n, 5000n, 9900n, 10000n, 120000n), fc.bigInt({ min: 0n, max: 10_000_000n })),
  currency: fc.constantFrom("USD", "USD", "USD", "EUR", "JPY"),
  interval: fc.constantFrom(
    "month",
    "month",
    "month",
    "month",
    "month",
    "year",
    "year",
    "quarter",
    "week",
    "day",
    "month",
    "month",
    "none",
  ),
  intervalCount: fc.constantFrom(1n, 1n, 1n, 2n, 3n, 6n),
  quantity: fc.constantFrom(1n, 1n, 1n, 1n, 1n, 1n, 1n, 2n, 4n, 7n, 0n),
  usageType: fc.constantFrom(null, null, null, null, null, null, "licensed", "metered"),
});

/** A subscription of an account, all its fields in play. What ends never ends before it starts. */
export function subscriptionOf(account: string, externalId: string, zone: string): fc.Arbitrary<Subscription> {
  const dates = fc.record({
    startedAt: instantIn(zone),
    endedAt: oneIn(2, instantIn(zone)),
    status: fc.constantFrom(
      "active",
      "active",
      "active",
      "active",
      "active",
      "active",
      "active",
      "past_due",
      "trialing",
      "unpaid",
      "paused",
      "canceled",
    ),
    trialEndsAt: oneIn(5, instantIn(zone)),
    pastDueSince: oneIn(5, instantIn(zone)),
    unpaidFrom: oneIn(8, instantIn(zone)),
    canceledAt: oneIn(4, instantIn(zone)),
  });
  return fc.tuple(price, dates).map(([priced, dated]) => lawful({ externalId, account, ...priced, ...dated }));
}

/** Where a price is replaced by the next: it starts when the one before ends, as upgrades and renewals do. */
function chained(rows: readonly Subscription[]): Subscription[] {
  return rows.map((one, i) => {
    const last = rows[i - 1];
    return last?.account === one.account && last.endedAt !== null ? lawful({ ...one, startedAt: last.endedAt }) : one;
  });
}

/** Nothing, but in one of so many cases. */
export function oneIn<Value>(cases: number, arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: cases - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

// A record that the door would refuse is bent into one it takes: ends after starts, and a cancellation with a date.
function lawful(one: Subscription): Subscription {
  const later = (at: Date | null) => (at === null || at >= one.startedAt ? at : new Date(2 * one.startedAt.getTime() - at.getTime()));
  const [endedAt, canceledAt, unpaidFrom] = [later(one.endedAt), later(one.canceledAt), later(one.unpaidFrom)];
  const isDated = endedAt !== null || canceledAt !== null;
  return { ...one, endedAt, canceledAt, unpaidFrom, status: one.status === "canceled" && !isDated ? "active" : one.status };
}

export function discountsOf(subscription: string, zone: string): fc.Arbitrary<Discount[]> {
  const value = fc.oneof(
    fc.record({ type: fc.constant("percent" as const), value: fc.constantFrom("10", "12.5", "25", "33.3", "100") }),
    fc.record({ type: fc.constant("fixed" as const), value: fc.constantFrom("0", "500", "1000", "20000") }),
  );
  const spell = fc.tuple(fc.option(instantIn(zone)), fc.option(instantIn(zone))).map(inOrder);
  const one = fc.tuple(value, fc.constantFrom("forever" as const, "repeating" as const, "once" as const), spell);
  return fc.array(one, { maxLength: 2 }).map((drawn) =>
    drawn.map(([{ type, value }, duration, [startsAt, endsAt]], place) => ({
      externalId: `${subscription}-d${place}`,
      subscription,
      type,
      value,
      duration,
      startsAt,
      endsAt,
    })),
  );
}

export function pausesOf(subscription: string, zone: string): fc.Arbitrary<Pause[]> {
  const spell = fc.tuple(instantIn(zone), fc.option(instantIn(zone)));
  return fc.array(spell, { maxLength: 2 }).map((drawn) =>
    drawn.map(([a, b], place) => ({
      externalId: `${subscription}-p${place}`,
      subscription,
      from: b === null || a <= b ? a : b,
      until: b === null || a <= b ? b : a,
    })),
  );
}

function inOrder([a, b]: [Date | null, Date | null]): [Date | null, Date | null] {
  return a !== null && b !== null && b < a ? [b, a] : [a, b];
}

export const rate: fc.Arbitrary<Rate> = fc.record({
  currency: fc.constantFrom("EUR", "JPY"),
  month: fc.constantFrom(...MONTHS).map((month) => `${month}-01`),
  rate: fc.constantFrom("1", "1.1", "1.2", "0.0066", "0.95"),
});

/** A whole company: up to five accounts with up to three subscriptions each, one zone, rates for some months and not for others. */
export const book: fc.Arbitrary<Book> = fc
  .tuple(rules, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 }))
  .chain(([rules, counts]) => {
    const zone = rules.timeZone;
    const slots = counts.flatMap((count, i) => Array.from({ length: count }, (_, k) => ({ account: `a${i}`, id: `a${i}-s${k}` })));
    return fc.record({
      rules: fc.constant(rules),
      accounts: fc.tuple(
        ...counts.map((_, i) =>
          fc.record({
            externalId: fc.constant(`a${i}`),
            name: fc.constant(`Account ${i}`),
            segment: fc.constantFrom("SMB", "Enterprise", null),
            region: fc.constantFrom("EU", null),
          }),
        ),
      ),
      subscriptions: fc
        .tuple(fc.tuple(...slots.map(({ account, id }) => subscriptionOf(account, id, zone))), fc.boolean())
        .map(([rows, isChained]) => (isChained ? chained(rows) : rows)),
      discounts: fc.tuple(...slots.map(({ id }) => discountsOf(id, zone))).map((lists) => lists.flat()),
      pauses: fc.tuple(...slots.map(({ id }) => pausesOf(id, zone))).map((lists) => lists.flat()),
      rates: fc.uniqueArray(rate, { maxLength: 6, selector: ({ currency, month }) => `${currency} ${month}` }),
    });
  });
