import { expect, test } from "vitest";
import { boundsOf, lastFinished, periodsOf } from "@/lib/summary/periods";

test("a month tells of twelve months' retention, its own money and three months' voices", () => {
  expect(periodsOf("2026-10")).toEqual({ year: "t12m:2026-10", month: "2026-10", voice: "2026-08-01..2026-11-01" });
  expect(boundsOf("2026-12")).toEqual({ start: "2026-12-01", end: "2027-01-01" });
});

test("the last finished month is the one before the day's own", () => {
  expect([lastFinished("2026-11-01"), lastFinished("2026-01-31")]).toEqual(["2026-10", "2025-12"]);
});
