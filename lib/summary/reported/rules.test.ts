import { expect, test } from "vitest";
import type { Reading } from "@/lib/metrics/types";
import { reportedReading, restatedOf } from "@/lib/summary/reported/rules";

const READING: Reading = {
  id: "net-revenue-retention",
  unit: "share",
  period: { start: "2025-11-01", end: "2026-11-01" },
  value: 1.045219,
  numerator: 104,
  denominator: 100,
  rows: 40,
  interval: null,
  asOf: "2026-11-03T08:00:00Z",
  partial: false,
  details: { opening: 100_000, churned: 4_000 },
  parts: null,
};
const shown = (reading: Reading, parts?: string[]) => [
  { reading: { ...reading, currency: "USD" }, digits: undefined, ...(parts ? { parts } : {}) },
];

test("a number that is written as it was is not restated, however its last digits moved", () => {
  const reported = [reportedReading(READING)];
  expect(restatedOf(reported, shown(READING))).toEqual([]);
  expect(restatedOf(reported, shown({ ...READING, value: 1.0452191 }))).toEqual([]); // 104.5% both
});

test("a number that reads otherwise is told as it was, an amount behind it too", () => {
  const reported = [reportedReading(READING)];
  expect(restatedOf(reported, shown({ ...READING, value: 1.0389 }))).toEqual([{ id: READING.id, part: null, was: "104.5%" }]);
  const moved = { ...READING, details: { opening: 100_000, churned: 4_100 } };
  expect(restatedOf(reported, shown(moved, ["opening", "churned"]))).toEqual([{ id: READING.id, part: "churned", was: "$40.00" }]);
  expect(restatedOf(reported, shown({ ...READING, value: null }))).toEqual([{ id: READING.id, part: null, was: "104.5%" }]);
});

test("what was not in the report, or was of another period, is not restated", () => {
  expect(restatedOf([], shown(READING))).toEqual([]);
  const other = { ...READING, value: 2, period: { start: "2025-10-01", end: "2026-10-01" } };
  expect(restatedOf([reportedReading(READING)], shown(other))).toEqual([]);
});
