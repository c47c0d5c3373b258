import fc from "fast-check";
import { expect, test } from "vitest";
import { kaplanMeier, type Life, survivalInterval, survivalMedian, survivalMedianInterval } from "@/lib/kernel/kaplan-meier";

const lives = (...rows: (readonly [duration: number, ended: 0 | 1])[]): Life[] =>
  rows.map(([duration, ended]) => ({ duration, ended: ended === 1 }));
const some = fc.array(fc.record({ duration: fc.integer({ min: 1, max: 40 }), ended: fc.boolean() }), { minLength: 1, maxLength: 60 });

// Freireich 1963, weeks in remission under 6-MP.
const REMISSION = lives(
  ...([6, 6, 6, 7, 10, 13, 16, 22, 23] as const).map((weeks) => [weeks, 1] as const),
  ...([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35] as const).map((weeks) => [weeks, 0] as const),
);

test("the textbook's curve: .857 .807 .753 .690 .627 .538 .448, and half by week 23", () => {
  const curve = kaplanMeier(REMISSION);
  const ends = curve.filter(({ ended }) => ended > 0);
  expect(ends.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
  expect(ends.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
  expect(ends.map(({ survival }) => survival.toFixed(3))).toEqual(["0.857", "0.807", "0.753", "0.690", "0.627", "0.538", "0.448"]);
  expect(survivalMedian(curve)).toBe(23);
});

test("who is still going on counts as at risk as long as seen, and never as ended", () => {
  expect(kaplanMeier(lives([1, 1], [1, 0], [2, 1])).map(({ survival }) => survival)).toEqual([1 - 1 / 3, 0]); // 1 of 3, then 1 of 1
  expect(survivalMedian(kaplanMeier(lives([5, 0], [9, 0])))).toBeNull();
});

test("who was entered late is at risk only from then on", () => {
  const curve = kaplanMeier([
    { duration: 2, ended: true },
    { duration: 5, ended: true },
    { duration: 6, ended: true, entry: 2 },
    { duration: 4, ended: true, entry: 4 },
  ]);
  expect(curve.map(({ time, atRisk }) => [time, atRisk])).toEqual([
    [2, 2],
    [5, 2],
    [6, 1],
  ]); // the last was never followed
});

test("the interval of S, as R's survfit gives it on the log-log scale", () => {
  const curve = kaplanMeier(lives([34, 1], [32, 1], [9, 1], [19, 1], [50, 0], [48, 0]));
  const rounded = curve.slice(0, 4).map((point) => survivalInterval(point)?.map((end) => end.toFixed(3)));
  expect(rounded).toEqual([
    ["0.273", "0.975"],
    ["0.195", "0.904"],
    ["0.111", "0.804"],
    ["0.046", "0.676"],
  ]);
});

test("before anything ended nothing is uncertain, and once nobody is left nothing is known", () => {
  expect(kaplanMeier(lives([5, 0])).map(survivalInterval)).toEqual([[1, 1]]);
  expect(kaplanMeier(lives([5, 1])).map(survivalInterval)).toEqual([null]);
});

test("the median's interval runs from where the lower end is a half to where the upper end is", () => {
  expect(survivalMedianInterval(kaplanMeier(REMISSION))).toEqual([13, null]); // R: 0.95LCL 13, 0.95UCL NA
  expect(survivalMedianInterval([])).toEqual([null, null]);
});

test("law: S falls from 1 to 0 and never leaves them, and its interval holds it", () => {
  fc.assert(
    fc.property(some, (rows) => {
      let before = 1;
      for (const point of kaplanMeier(rows)) {
        expect(point.survival).toBeLessThanOrEqual(before);
        const [low, high] = survivalInterval(point) ?? [0, 1];
        expect(low).toBeLessThanOrEqual(point.survival + 1e-12);
        expect(high).toBeGreaterThanOrEqual(point.survival - 1e-12);
        before = point.survival;
      }
    }),
  );
});

test("law: where all have ended, S is the share that lasted longer, and the order of the rows does not matter", () => {
  fc.assert(
    fc.property(some, (rows) => {
      const all = rows.map(({ duration }) => ({ duration, ended: true }));
      for (const { time, survival } of kaplanMeier(all)) {
        expect(survival).toBeCloseTo(all.filter(({ duration }) => duration > time).length / all.length, 9);
      }
      expect(kaplanMeier([...rows].reverse())).toEqual(kaplanMeier(rows));
    }),
  );
});
