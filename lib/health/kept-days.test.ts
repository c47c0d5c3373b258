import { expect, test } from "vitest";
import { keptDays } from "@/lib/health/kept-days";

test("a small workspace keeps every day, first and last included", () => {
  expect(keptDays("2024-02-27", "2024-03-02", 400)).toEqual(["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"]);
  expect(keptDays("2021-01-01", "2023-12-31", 400)).toHaveLength(3 * 365);
});

test("a large one keeps the last days, and the ends of the months before", () => {
  const days = keptDays("2024-01-15", "2024-12-31", 1_000_000);
  expect(days.slice(0, 11)).toEqual([
    ...["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30"],
    ...["2024-07-31", "2024-08-31", "2024-09-30", "2024-10-31", "2024-11-27"],
  ]);
  expect(days).toHaveLength(10 + 35);
});

test("there is nothing before the first day, and nothing ahead", () => {
  expect(keptDays("2024-03-02", "2024-03-02", 1)).toEqual(["2024-03-02"]);
  expect(keptDays("2024-03-03", "2024-03-02", 1)).toEqual([]);
});

test("however few accounts there are, a hundred years are enough", () => {
  expect(keptDays("1900-01-01", "2024-03-02", 1).slice(286, 291)).toEqual([
    "1923-11-30",
    "1923-12-31",
    "1924-01-31",
    "1924-02-29",
    "1924-03-03",
  ]);
});
