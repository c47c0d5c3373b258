import fc from "fast-check";
import { expect, test } from "vitest";
import { poissonRate, poissonTail } from "@/lib/kernel/poisson";

test("a count where one is usual is as likely as the tables have it", () => {
  // R: ppois(3, 1, lower.tail = FALSE) = 0.01898816; ppois(0, 1, lower.tail = FALSE) = 1 - 1/e
  expect(poissonTail(4, 1)).toBeCloseTo(0.018988156876153808, 15);
  expect(poissonTail(1, 1)).toBeCloseTo(1 - 1 / Math.E, 15);
  expect(poissonTail(3, 10)).toBeCloseTo(1 - 61 * Math.exp(-10), 14); // 1 − e^−10 (1 + 10 + 50)
});

test("nothing is certain to be reached, and anything is impossible where nothing ever happens", () => {
  expect(poissonTail(0, 2)).toBe(1);
  expect(poissonTail(0, 0)).toBe(1);
  expect(poissonTail(1, 0)).toBe(0);
});

test("what is very rare keeps its digits", () => {
  // e^−0.01 × 0.01^5 ÷ 120 × (1 + 0.01/6 + …)
  expect(poissonTail(5, 0.01)).toBeCloseTo((Math.exp(-0.01) * 1e-10 * (1 + 0.01 / 6 + 0.0001 / 42)) / 120, 20);
});

test("what is no count or no rate is refused", () => {
  for (const [count, rate] of [
    [-1, 1],
    [1.5, 1],
    [1, -1],
    [1, Number.NaN],
  ] as const)
    expect(() => poissonTail(count, rate)).toThrow(RangeError);
  for (const chance of [0, 1, -1]) expect(() => poissonRate(3, chance)).toThrow(RangeError);
});

const counts = fc.integer({ min: 1, max: 300 });
const rates = fc.double({ min: 0.001, max: 200, noNaN: true });

test("one more is never likelier, and busier times never make it rarer", () => {
  fc.assert(
    fc.property(counts, rates, (count, rate) => {
      expect(poissonTail(count + 1, rate)).toBeLessThanOrEqual(poissonTail(count, rate) + 1e-12);
      expect(poissonTail(count, rate * 1.1)).toBeGreaterThanOrEqual(poissonTail(count, rate) - 1e-12);
    }),
  );
});

test("the rate of a chance has that chance", () => {
  const chances = fc.double({ min: 0.0001, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(counts, chances, (count, chance) => {
      expect(poissonTail(count, poissonRate(count, chance))).toBeCloseTo(chance, 9);
    }),
  );
});
