import { expect, test } from "vitest";
import { holm } from "@/lib/kernel/holm";
import { adjustedDifference } from "@/lib/kernel/mantel-haenszel";
import { medianInterval } from "@/lib/kernel/median-interval";
import { twoSided, Z95 } from "@/lib/kernel/normal";

test("so far from the middle: 1 at none, 0.05 at 1.96, 0.0027 at 3", () => {
  expect(twoSided(0)).toBeCloseTo(1, 6);
  expect(twoSided(Z95)).toBeCloseTo(0.05, 7);
  expect(twoSided(-3)).toBeCloseTo(0.002699796, 8);
  expect(() => twoSided(Number.NaN)).toThrow(RangeError);
});

/** University Group Diabetes Program, deaths under tolbutamide and placebo, below 55 and above: Rothman, Greenland & Lash 2008, table 15-1. */
const DIABETES = [
  { exposed: { happened: 8, whole: 106 }, others: { happened: 5, whole: 120 } },
  { exposed: { happened: 22, whole: 98 }, others: { happened: 16, whole: 85 } },
];

test("tolbutamide: 3.5 points more deaths among those of an age, from −2.8 to 9.7", () => {
  const found = adjustedDifference(DIABETES);
  expect(found).toMatchObject({ strata: 2, cases: 409 });
  expect(found?.difference).toBeCloseTo(0.0349003, 6);
  expect(found?.standardError).toBeCloseTo(0.0319027, 6); // Sato's formula as metafor's rma.mh has it, computed apart
  expect(found?.interval[0]).toBeCloseTo(-0.0276, 3);
  expect(found?.p).toBeCloseTo(0.274, 3);
});

test("one stratum is the plain difference: 12 of 30 against 5 of 28 is 22.1 points", () => {
  const found = adjustedDifference([{ exposed: { happened: 12, whole: 30 }, others: { happened: 5, whole: 28 } }]);
  expect(found?.difference).toBeCloseTo(12 / 30 - 5 / 28, 12);
  expect(found?.standardError).toBeCloseTo(0.1150596, 6);
});

test("two plans of which one keeps more and adopts more: within each nothing differs, and nothing is said to", () => {
  const found = adjustedDifference([
    { exposed: { happened: 36, whole: 40 }, others: { happened: 9, whole: 10 } },
    { exposed: { happened: 5, whole: 10 }, others: { happened: 20, whole: 40 } },
  ]);
  expect(found?.difference).toBeCloseTo(0, 12); // raw: 41 of 50 against 29 of 50, 24 points
});

test("strata of one kind say nothing; without any other there is no answer", () => {
  const lonely = { exposed: { happened: 3, whole: 3 }, others: { happened: 0, whole: 0 } };
  expect(adjustedDifference([...DIABETES, lonely])?.difference).toBeCloseTo(0.0349003, 6);
  expect(adjustedDifference([lonely])).toBeNull();
  expect(adjustedDifference([])).toBeNull();
  expect(() => adjustedDifference([{ ...lonely, exposed: { happened: 4, whole: 3 } }])).toThrow(RangeError);
});

test("five p values by Holm, in their order, as R's p.adjust prints them", () => {
  expect(holm([0.03, 0.01, 0.05, 0.02, 0.04])).toEqual([0.09, 0.05, 0.09, 0.08, 0.09].map((p) => expect.closeTo(p, 12)));
  expect(holm([0.7, 0.6])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
  expect(() => holm([1.2])).toThrow(RangeError);
});

test("the median of ten lies between the second and the ninth, of twenty between the sixth and the fifteenth", () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => n - i);
  expect(medianInterval(upTo(5))).toBeNull();
  expect(medianInterval(upTo(6))).toEqual([1, 6]);
  expect(medianInterval(upTo(10))).toEqual([2, 9]);
  expect(medianInterval(upTo(20))).toEqual([6, 15]);
  expect(medianInterval(upTo(30))).toEqual([10, 21]);
  expect(medianInterval([])).toBeNull();
});
