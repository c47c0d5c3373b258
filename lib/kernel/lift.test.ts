import { expect, test } from "vitest";
import { liftOf } from "@/lib/kernel/lift";

const cases = (scores: readonly number[], happened: readonly number[]) =>
  scores.map((score, i) => ({ score, happened: happened.includes(i), group: String(i) }));

test("of 100, ten left; five of them were among the ten that scored highest: 5 of 10 against 10 of 100 is five times", () => {
  const found = liftOf(
    cases(
      Array.from({ length: 100 }, (_, i) => 100 - i),
      [0, 1, 2, 3, 4, 50, 60, 70, 80, 90],
    ),
  );
  expect(found).toMatchObject({ highest: 0.5, all: 0.1 });
  expect(found?.lift).toBeCloseTo(5, 12);
  // var ln = Σ over the cases of (part ÷ 5 × (y − 0.5) − (y − 0.1) ÷ 10)², × 100 ÷ 99: 5 in the tenth that left (0.01)², 5 that did not (−0.09)², …
  const variance = (100 / 99) * (5 * 0.01 ** 2 + 5 * 0.09 ** 2 + 5 * 0.09 ** 2 + 85 * 0.01 ** 2);
  expect(found?.interval?.[0]).toBeCloseTo(5 / Math.exp(1.959963984540054 * Math.sqrt(variance)), 9);
});

test("a score that says the same of all finds nobody out: once", () => {
  expect(liftOf(cases(new Array(50).fill(1), [3, 17, 40]))?.lift).toBeCloseTo(1, 12);
});

test("nobody left, or none among the highest", () => {
  expect(liftOf(cases([1, 2, 3], []))).toBeNull();
  expect(liftOf([])).toBeNull();
  expect(
    liftOf(
      cases(
        Array.from({ length: 20 }, (_, i) => i),
        [0],
      ),
    ),
  ).toEqual({ lift: 0, interval: null, highest: 0, all: 0.05 });
});
