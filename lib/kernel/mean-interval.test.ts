import fc from "fast-check";
import { expect, test } from "vitest";
import { meanInterval } from "@/lib/kernel/mean-interval";
import { student95 } from "@/lib/kernel/student";

test.each([
  [1, 12.7062047],
  [2, 4.3026527],
  [3, 3.1824463],
  [4, 2.7764451],
  [5, 2.5705818],
  [10, 2.2281389],
  [29, 2.0452296],
  [30, 2.0422725],
  [100, 1.9839715],
  [1000, 1.962339],
])("t of %i degrees is %d, as R's qt(0.975, n) gives it", (degrees, t) => {
  expect(student95(degrees)).toBeCloseTo(t, 6);
});

test("less than one degree, or a part of one, is refused", () => {
  for (const degrees of [0, -1, 1.5, Number.NaN]) expect(() => student95(degrees)).toThrow(RangeError);
});

test("law: more degrees need a smaller t, down to 1.96", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), (degrees) => {
      expect(student95(degrees + 1)).toBeLessThanOrEqual(student95(degrees) + 1e-9);
      expect(student95(degrees)).toBeGreaterThan(1.959963);
    }),
  );
});

test("4, 5, 6, 7 and 7: mean 5.8, s² = (175 − 5 × 5.8²) ÷ 4 = 1.7, ± 2.776 × √(1.7 ÷ 5) = 1.619", () => {
  const [low, high] = meanInterval({ n: 5, sum: 29, squares: 175 }, [1, 10]) ?? [];
  expect(low).toBeCloseTo(4.18107, 4);
  expect(high).toBeCloseTo(7.41893, 4);
  expect(meanInterval({ n: 5, sum: 29, squares: 175 }, [1, 7])?.[1]).toBe(7);
});

test("one value says nothing of its spread, and equal ones leave none", () => {
  expect(meanInterval({ n: 1, sum: 5, squares: 25 }, [1, 7])).toBeNull();
  expect(meanInterval({ n: 0, sum: 0, squares: 0 }, [1, 7])).toBeNull();
  expect(meanInterval({ n: 4, sum: 16, squares: 64 }, [1, 5])).toEqual([4, 4]);
});
