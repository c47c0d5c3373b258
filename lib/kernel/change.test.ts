import fc from "fast-check";
import { expect, test } from "vitest";
import { change, describeChange, isWithinChance, verdict } from "@/lib/kernel/change";

test("a churn going from 2% to 3% is one point up, not fifty percent", () => {
  expect(change(0.03, 0.02, "share")).toEqual({ kind: "points", by: expect.closeTo(1) });
  expect(describeChange(change(0.03, 0.02, "share"))).toBe("+1 pts");
});

test("a loss that halves is an improvement of half", () => {
  // (−50 − −100) ÷ |−100| = +0.5
  expect(change(-50, -100, "money")).toEqual({ kind: "relative", by: 0.5 });
});

test("from zero there is no proportion, and from nothing no comparison", () => {
  expect(describeChange(change(500, 0, "money"))).toBe("new");
  expect(describeChange(change(500, null, "money"))).toBe("nothing to compare with");
  expect(change(0, 0, "count")).toEqual({ kind: "relative", by: 0 });
});

test("the words keep the sign", () => {
  expect(describeChange(change(62, 100, "count"))).toBe("−38%");
  expect(describeChange(change(31, 34, "score"))).toBe("−3 pts");
  expect(describeChange(change(7, 7, "count"))).toBe("no change");
});

test("less churn is better, more revenue is better, more tickets are neither", () => {
  expect(verdict(change(0.01, 0.02, "share"), "lower")).toBe("better");
  expect(verdict(change(2, 1, "money"), "higher")).toBe("better");
  expect(verdict(change(5, 0, "money"), "lower")).toBe("worse");
  expect(verdict(change(2, 1, "count"), "neither")).toBe("neither");
  expect(verdict(change(1, null, "count"), "higher")).toBe("neither");
});

test("law: from a figure to itself is nothing, and there and back have opposite signs", () => {
  const figure = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
  const unit = fc.constantFrom("share", "money", "score", "count", "ratio", "days", "hours");
  fc.assert(
    fc.property(figure, figure, unit, (a, b, unit) => {
      expect(change(a, a, unit)).toMatchObject({ by: 0 });
      const [there, back] = [change(a, b, unit), change(b, a, unit)];
      if ("by" in there && "by" in back) expect(Math.sign(there.by) + Math.sign(back.by)).toBe(0);
    }),
  );
});

test("30 of 28 to 32 and 33 of 30 to 36 may be the same: 3 is less than √(2² + 3²) = 3.6; 34 is not", () => {
  const now = { value: 30, interval: [28, 32] as const };
  expect(isWithinChance(now, { value: 33, interval: [30, 36] })).toBe(true);
  expect(isWithinChance(now, { value: 34, interval: [31, 37] })).toBe(false);
  expect(isWithinChance(now, { value: 30, interval: null })).toBe(false);
});
