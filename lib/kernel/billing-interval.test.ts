import fc from "fast-check";
import { expect, test } from "vitest";
import { INTERVALS, monthlyWorth, toNumber } from "@/lib/kernel/billing-interval";

const worth = (amount: bigint, interval: (typeof INTERVALS)[number], intervalCount = 1n, quantity = 1n) =>
  toNumber(monthlyWorth({ amount, interval, intervalCount, quantity }));

test("quarterly, half-yearly and two-yearly contracts are all worth 100.00 a month", () => {
  expect([worth(30000n, "month", 3n), worth(60000n, "month", 6n), worth(240000n, "year", 2n), worth(30000n, "quarter")]).toEqual([
    10000, 10000, 10000, 10000,
  ]);
});

test("a week is 52/12 months, a day 365/12, and what is charged once is worth nothing a month", () => {
  expect(worth(1000n, "week")).toBeCloseTo(4333.3333333, 6);
  expect(worth(10000n, "week", 4n)).toBeCloseTo(10833.3333333, 6);
  expect(worth(100n, "day")).toBeCloseTo(3041.6666667, 6);
  expect(worth(1250n, "month", 1n, 7n)).toBe(8750);
  expect(worth(36995n, "none")).toBe(0);
});

test("law: twelve months of it are a year's charges, exactly", () => {
  const charges = { day: 365n, week: 52n, month: 12n, quarter: 4n, year: 1n, none: 0n };
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.constantFrom(...INTERVALS), (amount, interval) => {
      const { numerator, denominator } = monthlyWorth({ amount, interval });
      expect(12n * numerator).toBe(amount * charges[interval] * denominator);
    }),
  );
});
