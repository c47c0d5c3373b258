import { expect, test } from "vitest";
import { format, formatSigned } from "@/lib/kernel/format";
import { formatMoney, formatShortMoney, majorText } from "@/lib/kernel/money";

test("each unit has its own writing", () => {
  expect(format(0.0254, { unit: "share" })).toBe("2.5%");
  expect(format(1234567, { unit: "count" })).toBe("1,234,567");
  expect(format(1.125, { unit: "ratio" })).toBe("1.13");
  expect(format(33.3, { unit: "score" })).toBe("33");
  expect(format(6.5, { unit: "hours" })).toBe("6.5 hours");
  expect(format(1, { unit: "days" })).toBe("1 day");
  expect(format(123456, { unit: "money", currency: "USD" })).toBe("$1,234.56");
});

test("no answer is a dash and zero is a zero", () => {
  expect(format(null, { unit: "share" })).toBe("—");
  expect(format(0, { unit: "share" })).toBe("0.0%");
  expect(format(0, { unit: "count" })).toBe("0");
  expect(formatMoney(null, "USD")).toBe("—");
});

test("a metric's own digits replace its unit's: CSAT 69%, CES 4.08", () => {
  expect(format(74 / 107, { unit: "share", digits: 0 })).toBe("69%");
  expect(format(4.08, { unit: "score", digits: 2 })).toBe("4.08");
});

test("halves go away from zero, negatives wear a true minus, and zero wears none", () => {
  expect(format(0.1235, { unit: "share" })).toBe("12.4%");
  expect(format(-0.1235, { unit: "share" })).toBe("−12.4%");
  expect(format(-0.0001, { unit: "share" })).toBe("0.0%");
});

test("gains can be signed: an NPS of 32 is +32, of 0.2 it is 0", () => {
  expect(formatSigned(32, { unit: "score" })).toBe("+32");
  expect(formatSigned(-32, { unit: "score" })).toBe("−32");
  expect(formatSigned(0.2, { unit: "score" })).toBe("0");
  expect(formatSigned(null, { unit: "score" })).toBe("—");
});

test("a currency brings its digits: dollars two, yen none, dinars three", () => {
  expect(formatMoney(1234567, "USD")).toBe("$12,345.67");
  expect(formatMoney(1234567n, "JPY")).toBe("¥1,234,567");
  expect(majorText("1234567", "KWD")).toBe("1234.567");
  expect(majorText("8333.333333", "USD")).toBe("83.33");
});

test("a third of a cent too little stays exact until it is shown: 2499.5 cents are $25.00", () => {
  expect(formatMoney("2499.5", "USD")).toBe("$25.00");
  expect(formatMoney("-2499.5", "USD")).toBe("−$25.00");
});

test("cards shorten from a thousand on", () => {
  expect(formatShortMoney(1_020_000_000, "USD")).toBe("$10.2M");
  expect(formatShortMoney(18_400_000, "USD")).toBe("$184K");
  expect(formatShortMoney(8_333, "USD")).toBe("$83.33");
  expect(formatShortMoney(-18_450_000, "USD")).toBe("−$184.5K");
});

test("what is not a number is an error and not a word on a screen", () => {
  expect(() => format(Number.NaN, { unit: "count" })).toThrow(RangeError);
  expect(() => format(1, { unit: "money" })).toThrow(RangeError);
});
