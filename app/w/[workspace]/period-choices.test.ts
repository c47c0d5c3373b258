import { expect, test } from "vitest";
import { lastMonth, periodChoices, periodOf } from "@/app/w/[workspace]/period-choices";

test("the periods run from the newest back to the first", () => {
  expect(periodChoices("quarter", { first: "2024-05", last: "2024-12" }).map(({ value }) => value)).toEqual([
    "2024-Q4",
    "2024-Q3",
    "2024-Q2",
  ]);
  expect(periodChoices("t12m", { first: "2024-11", last: "2024-12" })).toEqual([
    { value: "t12m:2024-12", label: "Dec 2024" },
    { value: "t12m:2024-11", label: "Nov 2024" },
  ]);
});

test("another kind keeps the month one was looking at", () => {
  expect(["month", "quarter", "year", "t12m"].map((kind) => periodOf(kind as "month", "2024-11"))).toEqual([
    "2024-11",
    "2024-Q4",
    "2024",
    "t12m:2024-11",
  ]);
});

test("a period ends in its last month", () => {
  expect(["2024-12", "2024-Q1", "2024", "t12m:2024-05", "2024-12-01..2024-12-15"].map(lastMonth)).toEqual([
    "2024-12",
    "2024-03",
    "2024-12",
    "2024-05",
    "2024-12",
  ]);
});
