import fc from "fast-check";
import { expect, test } from "vitest";
import { churnElsewhere, compoundChurn } from "@/lib/kernel/churn";
import { lifetimeOfPurchases, lifetimeValue } from "@/lib/kernel/lifetime-value";
import { quickRatioOfTotals, ratesOfTotals, renewalOfTotals } from "@/lib/kernel/mrr-totals";

test("3% a month is 30.6% a year, not 36%", () => {
  expect(compoundChurn(0.03)).toBeCloseTo(0.306158, 6); // 1 − 0.97¹²
  expect(compoundChurn(0.02, 3)).toBeCloseTo(0.058808, 6); // 1 − 0.98³
  expect([compoundChurn(1), compoundChurn(0), compoundChurn(null)]).toEqual([1, 0, null]);
  expect(() => compoundChurn(1.2)).toThrow(RangeError);
});

test("one month, three schools: 10, 12 and 15 percent", () => {
  const month = { opening: 100, joined: 25, lostOfOpening: 10, lostOfJoined: 5 };
  expect(churnElsewhere(month)).toEqual({ ours: 0.1, stripe: 0.12, baremetrics: 0.15 });
  expect(churnElsewhere({ opening: 0, joined: 0, lostOfOpening: 0, lostOfJoined: 0 })).toEqual({
    ours: null,
    stripe: null,
    baremetrics: null,
  });
});

test("100k, +12k, −5k, −8k keeps 87% gross and 99% net", () => {
  const rates = ratesOfTotals({ opening: 100_000, expansion: 12_000, contraction: 5_000, churned: 8_000 });
  expect(rates).toMatchObject({
    grossChurn: 0.13,
    netChurn: 0.01,
    retainedGross: 0.87,
    retainedNet: 0.99,
    closing: 99_000,
    netNew: -1_000,
  });
});

test("what came back lowers ChartMogul's net churn and not ours", () => {
  const rates = ratesOfTotals({ opening: 10_000, churned: 1_000, contraction: 1_000, expansion: 1_000, reactivation: 500 });
  expect(rates).toMatchObject({ netChurn: 0.1, netChurnWithReturns: 0.05, retainedNet: 0.9 });
});

test("law: retained and churned are a whole, and gross retention is never above 1 or net", () => {
  const money = fc.nat(1_000_000);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), money, money, money, (opening, expansion, contraction, churned) => {
      const rates = ratesOfTotals({ opening, expansion, contraction, churned });
      expect((rates.retainedGross ?? 0) + (rates.grossChurn ?? 0)).toBeCloseTo(1, 6);
      expect((rates.retainedNet ?? 0) + (rates.netChurn ?? 0)).toBeCloseTo(1, 6);
      expect(rates.retainedGross).toBeLessThanOrEqual(Math.min(1, rates.retainedNet ?? 0));
    }),
  );
});

test("gains over losses; without losses there is no ratio, and a good month is told from an empty one", () => {
  expect(quickRatioOfTotals({ new: 4_000, expansion: 500, churned: 3_200, contraction: 800 }).value).toBe(1.125);
  expect(quickRatioOfTotals({ new: 1_000 })).toMatchObject({ value: null, lossless: true });
  expect(quickRatioOfTotals({})).toMatchObject({ value: null, lossless: false });
  expect(quickRatioOfTotals({ churned: 5 })).toMatchObject({ value: 0, netNew: -5 });
});

test("102 of 120 renewed, 8 grew and 4 shrank: 85% gross, 88.3% net", () => {
  const { gross, net } = renewalOfTotals({ due: 120, renewed: 102, expansion: 8, contraction: 4 });
  expect(gross).toBe(0.85);
  expect(net).toBeCloseTo(106 / 120);
  expect(renewalOfTotals({ due: 0, renewed: 0 })).toEqual({ gross: null, net: null });
});

test("an ARPA of 100 at 5% churn lasts 20 periods and brings 2,000; without churn nothing can be said", () => {
  expect(lifetimeValue({ arpa: 100, churn: 0.05 })).toEqual({ value: 2_000, lifetime: 20 });
  expect(lifetimeValue({ arpa: 50, churn: 0.1, margin: 0.9 }).value).toBeCloseTo(450);
  expect(lifetimeValue({ arpa: 100, churn: 0 })).toEqual({ value: null, lifetime: null });
  expect(lifetimeValue({ arpa: null, churn: 0.05 })).toEqual({ value: null, lifetime: 20 });
});

test("300 a purchase, five times a year, for two years: 3,000", () => {
  expect(lifetimeOfPurchases({ purchase: 300, perYear: 5, years: 2 })).toBe(3_000);
  expect(lifetimeOfPurchases({ purchase: 300, perYear: null, years: 2 })).toBeNull();
});
