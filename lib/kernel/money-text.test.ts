import fc from "fast-check";
import { expect, test } from "vitest";
import { formatSigned } from "@/lib/kernel/format";
import { formatMoney, formatShortMoney, majorText } from "@/lib/kernel/money";
import { readMoney } from "@/lib/kernel/money-text";

test("money is read again as it was written, in every currency", () => {
  const written = fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...Intl.supportedValuesOf("currency")));
  fc.assert(
    fc.property(written, ([minor, currency]) => {
      const amount = Number(majorText(minor, currency));
      expect(readMoney(formatMoney(minor, currency))).toEqual({ amount: amount === 0 ? 0 : amount, currency, rest: "" });
    }),
  );
});

test("a sign before it, and words after it, are told apart from it", () => {
  expect(readMoney(formatSigned(120000, { unit: "money", currency: "USD" }))).toEqual({ amount: 1200, currency: "USD", rest: "" });
  expect(readMoney("CHF 12.00 over 24 months")).toEqual({ amount: 12, currency: "CHF", rest: "over 24 months" });
  expect(readMoney("$1,234.50*")).toEqual({ amount: 1234.5, currency: "USD", rest: "*" });
  expect(readMoney("¥1,234 3 accounts")).toEqual({ amount: 1234, currency: "JPY", rest: "3 accounts" });
});

test("what is not money in full is not read", () => {
  const others = [
    formatShortMoney(1_234_567_800, "USD"),
    formatShortMoney(184_000, "JPY"),
    "1,234.50",
    "$1,234",
    "12%",
    "Team 4.00",
    "about $12.00",
    "—",
    "",
  ];
  expect(others.map(readMoney)).toEqual(others.map(() => null));
});
