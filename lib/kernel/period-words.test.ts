import { expect, test } from "vitest";
import { parsePeriod } from "@/lib/kernel/period";
import { describeDistance, describeMoment, describePeriod, periodText } from "@/lib/kernel/period-words";

const TEXTS = ["2024-12", "2024-Q4", "2024", "t12m:2024-12", "2024-12-01..2024-12-15"];

test("what is written reads back as itself", () => {
  const written = TEXTS.map((text) => {
    const period = parsePeriod(text);
    return period && periodText(period);
  });
  expect(written).toEqual(TEXTS);
});

test("a period is said as people say it, a range by its last day", () => {
  expect(TEXTS.map(describePeriod)).toEqual(["Dec 2024", "Q4 2024", "2024", "12 months to Dec 2024", "1 Dec 2024 to 14 Dec 2024"]);
});

test("days are counted from today", () => {
  expect([0, 1, 12, -1, -5].map(describeDistance)).toEqual(["today", "tomorrow", "in 12 days", "yesterday", "5 days ago"]);
});

test("a moment is said by the clocks of a place, its month in three letters", () => {
  expect(describeMoment(new Date("2026-09-03T22:05:59Z"), "Europe/Berlin")).toBe("4 Sep 2026, 00:05");
  expect(describeMoment(new Date("2026-09-03T22:05:00Z"), "UTC")).toBe("3 Sep 2026, 22:05");
});
