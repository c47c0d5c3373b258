import fc from "fast-check";
import { expect, test } from "vitest";
import { apportioned } from "@/lib/kernel/apportioned";

const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 12 });

test("what is printed adds up to the printed sum, and no part is off by a whole last digit", () => {
  fc.assert(
    fc.property(values, (given) => {
      const tenths = apportioned(given, 1).map((value) => Math.round(value * 10));
      const exact = given.reduce((sum, value) => sum + value, 0);
      expect(Math.abs(tenths.reduce((sum, value) => sum + value, 0) - exact * 10)).toBeLessThanOrEqual(0.5 + 1e-6);
      for (const [place, value] of given.entries()) expect(Math.abs((tenths[place] ?? 0) - value * 10)).toBeLessThan(1 + 1e-6);
    }),
  );
});

test("33.33 three times is 33.4 + 33.3 + 33.3 = 100.0", () => {
  expect(apportioned([100 / 3, 100 / 3, 100 / 3], 1)).toEqual([33.4, 33.3, 33.3]);
  expect(apportioned([-0.25, 0.75], 1)).toEqual([-0.2, 0.7]);
  expect(apportioned([], 1)).toEqual([]);
});

test("where the ends are printed too, the parts add up to their difference: 52.94 → 50.06 is 52.9 → 50.1, so −2.8 and not −2.9", () => {
  expect(apportioned([-2.88], 1, 50.1 - 52.9)).toEqual([-2.8]);
  expect(apportioned([-2, -0.88], 1, 50.1 - 52.9)).toEqual([-2, -0.8]);
  expect(apportioned([0.02, 0.02], 1, -0.1)).toEqual([0, -0.1]);
});
