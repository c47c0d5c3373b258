import { expect, test } from "vitest";
import { trendCaption } from "@/app/w/[workspace]/trend-caption";
import type { Reading } from "@/lib/metrics/types";

const reading = (value: number): Reading => ({
  id: "m",
  unit: "count",
  period: { start: "2024-01-01", end: "2025-01-01" },
  value,
  numerator: null,
  denominator: null,
  rows: 1,
  interval: null,
  asOf: "2025-01-01T00:00:00Z",
  partial: false,
  details: {},
  parts: null,
});

const drawn = {
  readings: [reading(2), reading(3)],
  points: ["Nov 2024", "Dec 2024"].map((label) => ({ key: label, label, value: 1, partial: false })),
  writing: { unit: "count" as const },
  isTrailing: true,
};

test("a point of twelve months says so, and one that is said of their end does not", () => {
  expect(trendCaption({ name: "Churn" }, drawn)).toContain(
    "Churn, Nov 2024 to Dec 2024, each point the twelve months up to it: from 2 to 3",
  );
  expect(trendCaption({ name: "Customers", atEnd: true }, drawn)).toContain("Customers, Nov 2024 to Dec 2024: from 2 to 3");
});
