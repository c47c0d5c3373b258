import fc from "fast-check";
import { expect, test } from "vitest";
import { clusteredShare } from "@/lib/kernel/clustered-share";
import { wilson } from "@/lib/kernel/wilson";

const alone = (happened: number, whole: number) => Array.from({ length: whole }, (_, i) => ({ part: i < happened ? 1 : 0, whole: 1 }));

test("one case a group is nearly plain Wilson: 5 of 30", () => {
  const [found, plain] = [clusteredShare(alone(5, 30)), wilson(5, 30)];
  expect(found?.value).toBeCloseTo(5 / 30);
  expect(found?.interval?.[0]).toBeCloseTo(plain?.[0] ?? 0, 2);
  expect(found?.interval?.[1]).toBeCloseTo(plain?.[1] ?? 0, 2);
});

test("twelve months of an account that say the same are one case: 60 of 360 spreads as 5 of 30", () => {
  const months = alone(5, 30).map(({ part, whole }) => ({ part: part * 12, whole: whole * 12 }));
  expect(clusteredShare(months)?.interval?.[0]).toBeCloseTo(clusteredShare(alone(5, 30))?.interval?.[0] ?? 0, 10);
});

test("nothing of 40 accounts may still be up to 8.8 %, as Wilson says of 0 of 40", () => {
  expect(clusteredShare(alone(0, 40))).toEqual({ value: 0, interval: [0, expect.closeTo(wilson(0, 40)?.[1] ?? 0, 10)], groups: 40 });
});

test("one whale is few cases however much it pays", () => {
  const spread = clusteredShare([{ part: 1_000_000, whole: 1_000_000 }, ...alone(0, 50).map(() => ({ part: 0, whole: 1_000 }))]);
  expect(spread?.interval?.[0]).toBeLessThan(0.3);
});

test("nothing over nothing is null, one account has no interval, more than all is refused", () => {
  expect(clusteredShare([])).toBeNull();
  expect(clusteredShare([{ part: 0, whole: 0 }])).toBeNull();
  expect(clusteredShare([{ part: 1, whole: 4 }])).toEqual({ value: 0.25, interval: null, groups: 1 });
  expect(() => clusteredShare([{ part: 2, whole: 1 }])).toThrow(RangeError);
});

test("law: the interval holds the share and stays between 0 and 1", () => {
  const groups = fc.array(
    fc.tuple(fc.nat(9), fc.nat(9)).map(([part, rest]) => ({ part, whole: part + rest })),
    { minLength: 2, maxLength: 30 },
  );
  fc.assert(
    fc.property(groups, (given) => {
      const found = clusteredShare(given);
      if (!found?.interval) return;
      const [low, high] = found.interval;
      expect(0 <= low && low <= found.value + 1e-12 && found.value <= high + 1e-12 && high <= 1 + 1e-12).toBe(true);
    }),
  );
});
