import fc from "fast-check";
import { expect, test } from "vitest";
import { type HealthChange, healthChange } from "@/lib/kernel/health-change";
import type { Component } from "@/lib/kernel/health-score";

const score = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null });
const weight = fc.integer({ min: 0, max: 40 });

/** Two days of the same measures, each by its own weights, and the first one told by the second's. */
const days = fc
  .array(fc.record({ old: weight, now: weight, before: score, restated: score, after: score }), { minLength: 1, maxLength: 11 })
  .map((all) => ({
    before: all.map((each) => ({ weight: each.old, score: each.before })),
    restated: all.map((each) => ({ weight: each.now, score: each.before === null ? null : (each.restated ?? each.before) })),
    after: all.map((each) => ({ weight: each.now, score: each.after })),
  }));

function sumOf({ configuration, lost, customer, gained }: HealthChange): number {
  return configuration + lost + gained + customer.reduce((sum, part) => sum + part, 0);
}

test("the parts add up to the change, whatever was known and however it was weighed", () => {
  fc.assert(
    fc.property(days, ({ before, restated, after }) => {
      const change = healthChange(before, restated, after);
      if (change !== null) expect(sumOf(change)).toBeCloseTo(change.by, 9);
    }),
    { numRuns: 2_000 },
  );
});

test("under the same weights and limits nothing is configuration; with the same measures known nothing is lost or gained", () => {
  fc.assert(
    fc.property(days, ({ restated, after }) => {
      const change = healthChange(restated, restated, after);
      if (change === null) return;
      expect(change.configuration).toBeCloseTo(0, 9);
      if (!after.every(({ score: now }, i) => (now === null) === (restated[i]?.score === null))) return;
      expect(change.lost).toBeCloseTo(0, 9);
      expect(change.gained).toBeCloseTo(0, 9);
    }),
  );
});

test("a customer that did not change is not blamed for what we changed or do not know", () => {
  fc.assert(
    fc.property(days, ({ before, restated }) => {
      const change = healthChange(before, restated, restated);
      if (change !== null) expect(change.customer.every((part) => part === 0)).toBe(true);
    }),
  );
});

const of = (...pairs: [number, number | null][]): Component[] => pairs.map(([each, known]) => ({ weight: each, score: known }));

test("−40: tickets −30 and an answer that ran out −10", () => {
  // 60 = (2×50 + 1×50 + 1×90) ÷ 4; without the answer (2×50 + 1×50) ÷ 3 = 50; with today's tickets (2×5 + 1×50) ÷ 3 = 20
  const change = healthChange(of([2, 50], [1, 50], [1, 90]), of([2, 50], [1, 50], [1, 90]), of([2, 5], [1, 50], [1, null]));
  expect(change).toEqual({ by: -40, configuration: 0, lost: -10, customer: [-30, 0, 0], gained: 0 });
});

test("another weight alone is configuration, and nothing of the customer's", () => {
  // (1×80 + 1×40) ÷ 2 = 60 by the old weights, (3×80 + 1×40) ÷ 4 = 70 by the new ones
  const change = healthChange(of([1, 80], [1, 40]), of([3, 80], [1, 40]), of([3, 80], [1, 40]));
  expect(change).toEqual({ by: 10, configuration: 10, lost: 0, customer: [0, 0], gained: 0 });
});

test("days that know nothing in common differ by what came to be known; without a score on one of them there is no change", () => {
  const one = of([1, 20], [1, null]);
  expect(healthChange(one, one, of([1, null], [1, 70]))).toEqual({ by: 50, configuration: 0, lost: 0, customer: [0, 0], gained: 50 });
  expect(healthChange(of([1, null], [2, null]), of([1, null], [2, null]), of([1, 5], [2, 5]))).toBeNull();
  expect(() => healthChange(one, of([1, 20]), one)).toThrow(RangeError);
});
