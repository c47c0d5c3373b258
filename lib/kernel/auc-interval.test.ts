import fc from "fast-check";
import { expect, test } from "vitest";
import { aucInterval } from "@/lib/kernel/auc-interval";

/** Hanley & McNeil 1982, table I: ratings 1 to 5 of the CT images of 58 normal and 51 abnormal patients. */
const NORMAL = [33, 6, 6, 11, 2];
const ABNORMAL = [3, 2, 2, 11, 33];

const rated = (counts: number[], happened: boolean) =>
  counts.flatMap((count, rating) =>
    Array.from({ length: count }, (_, i) => ({ score: rating + 1, happened, group: `${happened} ${rating} ${i}` })),
  );

const IMAGES = [...rated(NORMAL, false), ...rated(ABNORMAL, true)];

test("109 images: 0.893 with a standard error of 0.031, as Hanley and McNeil find 0.032 by their formula", () => {
  const found = aucInterval(IMAGES);
  expect(found).toMatchObject({ happened: 51, others: 58, groups: 109 });
  expect(found?.auc).toBeCloseTo(0.8931711, 6);
  expect(found?.standardError).toBeCloseTo(0.0307244, 6); // DeLong's, computed apart from this code
  expect(found?.interval[0]).toBeCloseTo(0.8164, 4);
  expect(found?.interval[1]).toBeCloseTo(0.9402, 4);
});

test("an account whose months all say the same is one account: telling each case twice changes nothing", () => {
  const twice = aucInterval([...IMAGES, ...IMAGES]);
  expect(twice?.standardError).toBeCloseTo(aucInterval(IMAGES)?.standardError ?? 0, 12);
  const asIfApart = aucInterval([...IMAGES, ...IMAGES.map((one) => ({ ...one, group: `again ${one.group}` }))]);
  expect(asIfApart?.standardError).toBeLessThan((twice?.standardError ?? 0) * 0.72); // 1 ÷ √2 = 0.71
});

test("a perfect score of 10 against 100 is not certain: from 0.9", () => {
  const cases = Array.from({ length: 110 }, (_, i) => ({ score: i, happened: i >= 100, group: String(i) }));
  const found = aucInterval(cases);
  expect(found).toMatchObject({ auc: 1, standardError: 0 });
  expect(found?.interval[0]).toBeGreaterThan(0.85);
  expect(found?.interval[0]).toBeLessThan(1);
  expect(found?.interval[1]).toBe(1);
});

test("one kind only, or all of a kind from one account, has no interval", () => {
  expect(aucInterval([])).toBeNull();
  expect(aucInterval(IMAGES.filter(({ happened }) => happened))).toBeNull();
  expect(aucInterval(IMAGES.map((one) => (one.happened ? { ...one, group: "one" } : one)))).toBeNull();
  expect(() => aucInterval([{ score: Number.NaN, happened: true, group: "a" }])).toThrow(RangeError);
});

const CASES = fc.array(
  fc.record({ score: fc.integer({ min: 0, max: 9 }), happened: fc.boolean(), group: fc.constantFrom(..."abcdefgh") }),
  {
    minLength: 10,
    maxLength: 60,
  },
);

test("law: the interval holds the AUC and stays between 0 and 1; a score turned round turns it round", () => {
  fc.assert(
    fc.property(CASES, (cases) => {
      const found = aucInterval(cases);
      if (found === null) return;
      const [low, high] = found.interval;
      expect(0 <= low && low <= found.auc + 1e-12 && found.auc <= high + 1e-12 && high <= 1).toBe(true);
      const turned = aucInterval(cases.map((one) => ({ ...one, score: -one.score })));
      expect(turned?.auc).toBeCloseTo(1 - found.auc, 10);
      expect(turned?.interval[0]).toBeCloseTo(1 - high, 8);
    }),
  );
});
