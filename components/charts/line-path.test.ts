import { expect, test } from "vitest";
import { linePath, runs, scaled } from "@/components/charts/line-path";

const BOX = { width: 100, height: 20 };

test("the lowest value lies at the bottom and the highest at the top", () => {
  expect(scaled([10, 30, 20], BOX)).toEqual([
    { x: 0, y: 20 },
    { x: 50, y: 0 },
    { x: 100, y: 10 },
  ]);
});

test("a month without an answer is a gap, not a line to zero", () => {
  expect(runs(scaled([1, null, 2, 3], BOX)).map((run) => run.length)).toEqual([1, 2]);
});

test("values that are all alike run through the middle", () => {
  expect(scaled([5, 5], BOX).map((point) => point?.y)).toEqual([10, 10]);
});

test("a run becomes one stroke", () => {
  expect(
    linePath([
      { x: 0, y: 1 },
      { x: 2, y: 3 },
    ]),
  ).toBe("M0 1L2 3");
});
