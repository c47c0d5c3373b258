import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Book, Subscription } from "./book";
import { daysLater, midnight } from "./clock";
import { applied, edits } from "./edit";
import { book as books, SPAN } from "./generate";
import { movements } from "./movement";
import { compare, minus, plus, rational, sum, toNumber, ZERO } from "./rational";
import { mrrBefore } from "./subscription";
import { bridge, customers, rates } from "./totals";

const at = (text: string) => new Date(`${text}T00:00:00Z`);

const subscription: Subscription = {
  externalId: "s",
  account: "a",
  startedAt: at("2024-01-01"),
  endedAt: null,
  amount: 10000n,
  currency: "USD",
  interval: "month",
  intervalCount: 1n,
  quantity: 1n,
  status: "active",
  trialEndsAt: null,
  pastDueSince: null,
  unpaidFrom: null,
  canceledAt: null,
  usageType: null,
};

const empty: Book = {
  rules: { timeZone: "UTC", currency: "USD", past_due_grace_days: null, discount_policy: "recurring", churn_recognition: "service_end" },
  accounts: [{ externalId: "a", name: "A", segment: null, region: null }],
  subscriptions: [],
  discounts: [],
  pauses: [],
  rates: [],
};

const before = (change: Partial<Subscription>, day: string, book: Partial<Book> = {}) =>
  toNumber(mrrBefore({ ...empty, ...book }, { ...subscription, ...change }, at(day)));

describe("a subscription just before an instant", () => {
  test("counts when it started before it and ends at it or later", () => {
    expect([before({}, "2024-01-01"), before({}, "2024-01-02")]).toEqual([0, 10000]);
    expect([before({ endedAt: at("2024-04-01") }, "2024-04-01"), before({ endedAt: at("2024-03-31") }, "2024-04-01")]).toEqual([10000, 0]);
  });

  test("is normalised to a month", () => {
    expect(before({ interval: "year" }, "2024-02-01")).toBeCloseTo(10000 / 12);
    expect(before({ interval: "week", intervalCount: 4n, quantity: 2n }, "2024-02-01")).toBeCloseTo((20000 * 52) / 12 / 4);
  });

  test("multiplies percent discounts, then subtracts fixed ones: 200 × .9 × .9 − 10 = 152", () => {
    const discount = (externalId: string, type: "percent" | "fixed", value: string) =>
      ({ externalId, subscription: "s", type, value, duration: "forever", startsAt: null, endsAt: null }) as const;
    const discounts = [discount("1", "percent", "10"), discount("2", "fixed", "1000"), discount("3", "percent", "10")];
    expect(before({ amount: 20000n }, "2024-02-01", { discounts })).toBe(15200);
  });

  test("is out 30 days after it fell due and in after 26, with a grace of 30", () => {
    const rules = { ...empty.rules, past_due_grace_days: 30 };
    expect(before({ pastDueSince: at("2024-03-10") }, "2024-04-15", { rules })).toBe(0);
    expect(before({ pastDueSince: at("2024-03-20") }, "2024-04-15", { rules })).toBe(10000);
  });
});

test("days begin at the zone's own midnight, or at the jump that swallows it", () => {
  expect(midnight("2024-04-01", "America/New_York").toISOString()).toBe("2024-04-01T04:00:00.000Z");
  expect(midnight("2018-11-04", "America/Sao_Paulo").toISOString()).toBe("2018-11-04T03:00:00.000Z"); // 00:00 did not exist
  expect(midnight("2024-01-01", "Asia/Kathmandu").toISOString()).toBe("2023-12-31T18:15:00.000Z");
  expect(daysLater(new Date("2024-03-09T17:00:00Z"), 2, "America/New_York").toISOString()).toBe("2024-03-11T16:00:00.000Z"); // noon stays noon
});

test("movements are at the opening rate and the rest is exchange: 210 + 55 + 20 + 15 = 300", () => {
  const of = (externalId: string, change: Partial<Subscription>) => ({
    ...subscription,
    externalId,
    account: externalId.slice(0, 2),
    ...change,
  });
  const book: Book = {
    ...empty,
    accounts: ["e1", "e2", "u1"].map((externalId) => ({ externalId, name: externalId, segment: null, region: null })),
    subscriptions: [
      of("e1", { currency: "EUR" }),
      of("e2", { currency: "EUR", amount: 5000n, startedAt: at("2024-03-10") }),
      of("u1", { endedAt: at("2024-03-10") }),
      of("u1-later", { startedAt: at("2024-03-10"), amount: 12000n }),
    ],
    rates: [
      { currency: "EUR", month: "2024-03-01", rate: "1.1" },
      { currency: "EUR", month: "2024-04-01", rate: "1.2" },
    ],
  };
  const moved = bridge(movements(book, at("2024-03-01"), at("2024-04-01")));
  expect(moved && Object.fromEntries(Object.entries(moved).map(([key, value]) => [key, toNumber(value)]))).toEqual({
    opening: 21000,
    new: 5500,
    reactivation: 0,
    expansion: 2000,
    contraction: 0,
    churn: 0,
    fxImpact: 1500,
    closing: 30000,
  });
});

describe("laws, on generated books before and after edits", () => {
  const months = Array.from({ length: 14 }, (_, i) => `${i < 2 ? 2023 : 2024}-${String(((i + 10) % 12) + 1).padStart(2, "0")}-01`);
  const edited = books.chain((book) => edits(book).map((steps) => steps.reduce(applied, book)));
  const stretch = fc.tuple(fc.nat(months.length - 1), fc.nat(months.length - 1)).filter(([a, b]) => a < b);

  test("the bridge closes, exactly, and customers balance", () => {
    fc.assert(
      fc.property(edited, stretch, (book, [a, b]) => {
        const moved = movements(
          book,
          midnight(months[a] ?? SPAN.start, book.rules.timeZone),
          midnight(months[b] ?? SPAN.end, book.rules.timeZone),
        );
        const count = customers(moved);
        expect(count.opening + count.new + count.reactivated - count.lost).toBe(count.closing);
        const all = bridge(moved);
        if (all === null) return;
        const gains = sum([all.opening, all.new, all.reactivation, all.expansion, all.fxImpact]);
        expect(minus(gains, plus(all.contraction, all.churn))).toEqual(all.closing);
      }),
    );
  });

  test("retention and churn are a whole, and gross retention is at most 1 and at most net", () => {
    fc.assert(
      fc.property(edited, stretch, (book, [a, b]) => {
        const read = rates(
          movements(book, midnight(months[a] ?? SPAN.start, book.rules.timeZone), midnight(months[b] ?? SPAN.end, book.rules.timeZone)),
        );
        if (read.customerChurn && read.customerRetention) expect(plus(read.customerChurn, read.customerRetention)).toEqual(rational(1n));
        if (!read.netRetention || !read.netChurn || !read.grossRetention || !read.grossChurn) return;
        expect(plus(read.netRetention, read.netChurn)).toEqual(rational(1n));
        expect(plus(read.grossRetention, read.grossChurn)).toEqual(rational(1n));
        expect(compare(read.grossRetention, rational(1n))).toBeLessThanOrEqual(0);
        expect(compare(read.grossRetention, read.netRetention)).toBeLessThanOrEqual(0);
        expect(compare(read.grossRetention, ZERO)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
