import fc from "fast-check";
import { expect, test } from "vitest";
import { roundHalfAway, shiftPoint } from "@/lib/kernel/decimal";

test("a half is rounded away from zero, on both sides of it", () => {
  expect(["-2.5", "2.5", "0.5", "-0.5", "1.5"].map((value) => Number(roundHalfAway(value)))).toEqual([-3, 3, 1, -1, 2]);
});

test("a number is the decimal it is written as: 1.005 is 1.01, where toFixed(2) says 1.00", () => {
  expect(roundHalfAway(1.005, 2)).toBe("1.01");
  expect(roundHalfAway(1.125, 2)).toBe("1.13");
  expect(roundHalfAway(2.675, 2)).toBe("2.68");
});

test("what rounds to nothing has no sign, and digits are filled up", () => {
  expect(roundHalfAway(-0.4)).toBe("0");
  expect(roundHalfAway("-0.004", 2)).toBe("0.00");
  expect(roundHalfAway(3n, 2)).toBe("3.00");
  expect(roundHalfAway(".5", 1)).toBe("0.5");
});

test("exponents are read: 1e21 and 1.5e-7 are what JavaScript itself writes", () => {
  expect(roundHalfAway(1e21)).toBe(`1${"0".repeat(21)}`);
  expect(roundHalfAway(1.5e-7, 7)).toBe("0.0000002");
});

test("what is no finite decimal is refused", () => {
  for (const value of ["", ".", "1,5", "12a", Number.NaN, Number.POSITIVE_INFINITY]) expect(() => roundHalfAway(value)).toThrow(RangeError);
});

test("law: rounding is odd, and never moves a value by more than half a step", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(12), fc.nat(8), (units, scale, digits) => {
      const value = shiftPoint(units, -scale);
      const opposite = shiftPoint(-units, -scale);
      const rounded = shiftPoint(roundHalfAway(value, digits), digits + scale);
      expect(BigInt(shiftPoint(roundHalfAway(opposite, digits), digits + scale))).toBe(-BigInt(rounded));
      const off = BigInt(rounded) - units * 10n ** BigInt(digits);
      expect(2n * (off < 0n ? -off : off) <= 10n ** BigInt(scale)).toBe(true);
    }),
  );
});

test("law: moving the point there and back changes nothing", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.integer({ min: -9, max: 9 }), (units, places) => {
      expect(Number(shiftPoint(shiftPoint(units, places), -places))).toBe(Number(units));
    }),
  );
  expect(shiftPoint(12345, -2)).toBe("123.45");
  expect(shiftPoint("-7", -3)).toBe("-0.007");
});
