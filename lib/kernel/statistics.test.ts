import fc from "fast-check";
import { expect, test } from "vitest";
import { auc } from "@/lib/kernel/auc";
import { mean, median, percentile } from "@/lib/kernel/percentile";
import { ratio } from "@/lib/kernel/ratio";
import { wilson } from "@/lib/kernel/wilson";

const figures = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 50 });

test("nothing over nothing is not zero, but nothing of something is", () => {
  expect(ratio(0, 0)).toBeNull();
  expect(ratio(0, 80)).toBe(0);
});

test("law: the shares of a whole add up to 1", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }), (parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const shares = parts.map((part) => ratio(part, whole));
      if (whole === 0) expect(new Set(shares)).toEqual(new Set([null]));
      else expect(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
    }),
  );
});

test("one outlier moves the mean to 20 and leaves the median at 4", () => {
  const hours = [2, 2, 3, 3, 5, 7, 8, 130];
  expect(mean(hours)).toBe(20); // 160 ÷ 8
  expect(median(hours)).toBe(4); // halfway between 3 and 5
  expect(percentile(hours, 0.9)).toBeCloseTo(44.6, 9); // 8 + 0.3 × 122
});

test("of no values there is no mean and no median", () => {
  expect([mean([]), median([]), percentile([], 0.9)]).toEqual([null, null, null]);
});

test("law: a percentile lies between the least and the greatest, rises, and does not mind the order", () => {
  fc.assert(
    fc.property(figures, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (values, a, b) => {
      const [low, high] = [percentile(values, Math.min(a, b)) ?? 0, percentile(values, Math.max(a, b)) ?? 0];
      expect(low).toBeGreaterThanOrEqual(Math.min(...values));
      expect(high).toBeLessThanOrEqual(Math.max(...values));
      expect(low).toBeLessThanOrEqual(high + 1e-9);
      expect(percentile([...values].reverse(), a)).toBe(percentile(values, a));
    }),
  );
});

test("Wilson's interval of 18 in 20, as R gives it", () => {
  const [low, high] = wilson(18, 20) ?? [];
  expect(low).toBeCloseTo(0.6989663547715128, 9);
  expect(high).toBeCloseTo(0.972133518786232, 9);
  expect(wilson(0, 0)).toBeNull();
  expect(() => wilson(3, 2)).toThrow(RangeError);
});

test("law: the interval holds the share, stays within [0, 1], and narrows with more cases", () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (part, more) => {
      const whole = part + more + 1;
      const [low, high] = wilson(part, whole) ?? [1, 0];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(part / whole);
      expect(high).toBeGreaterThanOrEqual(part / whole);
      expect(high).toBeLessThanOrEqual(1);
      const [lower, upper] = wilson(2 * part, 2 * whole) ?? [0, 1];
      expect(upper - lower).toBeLessThan(high - low);
    }),
  );
});

test("a tie counts half, and one kind of case tells nothing", () => {
  const cases = (labels: number[], scores: number[]) => scores.map((score, i) => ({ score, happened: labels[i] === 1 }));
  expect(auc(cases([1, 0, 1, 0], [0.5, 0.5, 0.9, 0.1]))).toBe(0.875); // (½ + 1 + 1 + 1) ÷ 4
  expect(auc(cases([1, 1], [0.2, 0.9]))).toBeNull();
  expect(() => auc(cases([1, 0], [Number.NaN, 0.9]))).toThrow(RangeError);
});

test("law: the AUC is the share of pairs that are in the right order, and turning the scores round turns it round", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ score: fc.nat(5), happened: fc.boolean() }), { maxLength: 40 }), (cases) => {
      const pairs = cases
        .filter((a) => a.happened)
        .flatMap((a) => cases.filter((b) => !b.happened).map((b) => Math.sign(a.score - b.score)));
      const counted = pairs.length === 0 ? null : pairs.reduce<number>((sum, order) => sum + (order + 1) / 2, 0) / pairs.length;
      const found = auc(cases);
      if (counted === null) expect(found).toBeNull();
      else {
        expect(found).toBeCloseTo(counted, 12);
        expect(auc(cases.map((one) => ({ ...one, score: -one.score })))).toBeCloseTo(1 - counted, 12);
      }
    }),
  );
});
