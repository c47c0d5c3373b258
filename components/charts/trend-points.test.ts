import { expect, test } from "vitest";
import { drawnPoints, type TrendPoint } from "@/components/charts/trend-points";

function point(key: string, value: number | null, partial = false): TrendPoint {
  return { key, label: key, value, partial };
}

test("the unfinished month is dashed from where the solid line ends", () => {
  const drawn = drawnPoints([point("Sep", 10), point("Oct", 12), point("Nov", 5, true)]);
  expect(drawn.map(({ whole, open }) => [whole, open])).toEqual([
    [10, null],
    [12, 12],
    [null, 5],
  ]);
});

test("a month without an answer is a gap in both strokes", () => {
  const drawn = drawnPoints([point("Sep", 10), point("Oct", null), point("Nov", 5, true)]);
  expect(drawn.map(({ whole, open }) => [whole, open])).toEqual([
    [10, null],
    [null, null],
    [null, 5],
  ]);
});

test("an interval is drawn where both its ends are known", () => {
  expect(
    drawnPoints([
      { ...point("Sep", 10), low: 8, high: 13 },
      { ...point("Oct", 12), low: null, high: null },
    ]).map(({ band }) => band),
  ).toEqual([[8, 13], null]);
});
