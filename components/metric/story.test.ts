import { expect, test } from "vitest";
import { tellStory } from "@/components/metric/story";
import type { Reading } from "@/lib/metrics/types";

const READING: Reading = {
  id: "new-mrr",
  unit: "money",
  currency: "USD",
  period: { start: "2024-12-01", end: "2025-01-01" },
  value: 9_400_000,
  numerator: 9_400_000,
  denominator: null,
  rows: 12,
  interval: null,
  asOf: "2025-01-03T08:00:00Z",
  partial: false,
  details: {
    opening: 100_000_000,
    closing: 106_400_000,
    new: 9_400_000,
    expansion: 1_000_000,
    reactivated: 0,
    contraction: 0,
    churned: 4_000_000,
  },
  parts: null,
};
const WHERE = { currency: "USD", period: "2024-12" };

test("the movements are told, and those that are nothing are not", () => {
  // 1,000,000 + 94,000 + 10,000 − 40,000 = 1,064,000
  expect(tellStory(READING, WHERE)).toBe(
    "In Dec 2024, MRR grew from $1M to $1.1M. Gained $94K from new customers and $10K from expansion; lost $40K from churn.",
  );
});

test("an unfinished period says so", () => {
  expect(tellStory({ ...READING, partial: true }, WHERE)).toMatch(/^In Dec 2024, so far, MRR grew/);
});

test("a missing rate is told instead of a wrong sum", () => {
  expect(tellStory({ ...READING, missingRates: ["EUR"] }, WHERE)).toBe(
    "In Dec 2024: there is no exchange rate yet for EUR, so the money cannot be added up.",
  );
});
