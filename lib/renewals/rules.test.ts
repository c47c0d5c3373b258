import { expect, test } from "vitest";
import { annual, disagrees, minorOf } from "@/lib/renewals/rules";

test("hope on a red account and gloom on a green one disagree with the score, and nothing else does", () => {
  const disagreeing = (["renew", "grow", "shrink", "lose"] as const).flatMap((call) =>
    (["green", "yellow", "red", "unknown"] as const).flatMap((band) => (disagrees(call, band) ? [`${call} on ${band}`] : [])),
  );
  expect(disagreeing).toEqual(["renew on red", "grow on red", "shrink on green", "lose on green"]);
  expect(disagrees(null, "red")).toBe(false);
});

test.each([
  ["12,345.67", "USD", 1_234_567],
  ["12345", "USD", 1_234_500],
  ["1234", "JPY", 1_234],
  ["12.345", "KWD", 12_345],
  ["0", "USD", 0],
])("%s %s is %i minor units", (typed, currency, minor) => expect(minorOf(typed, currency)).toBe(minor));

test.each(["", "a lot", "-5", "1,23", "12.345", "1e5"])("%j is no amount of dollars", (typed) => expect(minorOf(typed, "USD")).toBeNull());

test("36,000 over three years is 12,000 a year", () => expect(annual(36_000, 36)).toBe(12_000));
