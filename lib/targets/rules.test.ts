import { describe, expect, test } from "vitest";
import { parsePeriod } from "@/lib/kernel/period";
import { figureOf, isOver, type Span, spanWords, standingOf, startOf, startsAround, targetFor, typedOf } from "@/lib/targets/rules";

const aim = (span: Span, fromDay: string, value: number, standing = true) => ({ metric: "nrr", span, fromDay, standing, value });

function held(targets: readonly ReturnType<typeof aim>[], period: string): number | null {
  const parsed = parsePeriod(period);
  if (parsed === null) throw new Error(period);
  return targetFor(targets, "nrr", parsed)?.value ?? null;
}

describe("which target holds", () => {
  const months = [aim("month", "2026-03-01", 1.1), aim("month", "2026-09-01", 1.12), aim("month", "2026-06-01", 1.05, false)];

  test("a standing one, from its month on until another from a later month", () => {
    expect(["2026-02", "2026-03", "2026-08", "2026-09", "2030-01"].map((month) => held(months, month))).toEqual([
      null,
      1.1,
      1.1,
      1.12,
      1.12,
    ]);
  });

  test("that of one period alone comes before a standing one, and holds in no other", () => {
    expect(["2026-05", "2026-06", "2026-07"].map((month) => held(months, month))).toEqual([1.1, 1.05, 1.1]);
  });

  test("a month's target holds for no quarter, no year and no range", () => {
    expect(["2026-Q2", "2026", "t12m:2026-06", "2026-06-01..2026-06-08"].map((period) => held(months, period))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test("a year's holds for any twelve months by the year they end in", () => {
    const years = [aim("year", "2026-01-01", 1.2, false), aim("year", "2027-01-01", 1.3)];
    expect(
      ["2026", "t12m:2025-12", "t12m:2026-01", "t12m:2026-12", "t12m:2027-01", "t12m:2029-05"].map((period) => held(years, period)),
    ).toEqual([1.2, null, 1.2, 1.2, 1.3, 1.3]);
  });

  test("that of another metric does not", () => {
    expect(held([{ ...aim("month", "2026-01-01", 1), metric: "grr" }], "2026-02")).toBeNull();
  });
});

describe("how a figure stands to it", () => {
  const over = { unit: "share", isOver: true } as const;
  const said = (value: number | null, target: number, held: Parameters<typeof standingOf>[2]) =>
    standingOf(value, target, held)?.words ?? null;

  test("where more is better, it is met at the target and above", () => {
    expect([1.099, 1.1, 1.2].map((value) => said(value, 1.1, { ...over, better: "higher" }))).toEqual(["missed", "met", "met"]);
  });

  test("where less is better, it is met at the target and below", () => {
    expect([0.014, 0.015, 0.02].map((value) => said(value, 0.015, { ...over, better: "lower" }))).toEqual(["met", "met", "missed"]);
  });

  test("a difference too small to be written is none: 109.96 % reads 110.0 %", () => {
    expect(said(1.0996, 1.1, { ...over, better: "higher" })).toBe("met");
    expect(said(1.0994, 1.1, { ...over, better: "higher" })).toBe("missed");
  });

  test("while the period goes on, too little is not met yet, and too much of what should be little is missed already", () => {
    expect(said(0.9, 1.1, { unit: "share", isOver: false, better: "higher" })).toBe("not met yet");
    expect(said(0.02, 0.015, { unit: "share", isOver: false, better: "lower" })).toBe("missed so far");
    expect(said(0.01, 0.015, { unit: "share", isOver: false, better: "lower" })).toBe("met so far");
  });

  test("there is no saying without a figure, or where neither is better", () => {
    expect(said(null, 1.1, { ...over, better: "higher" })).toBeNull();
    expect(said(5, 4, { unit: "count", isOver: true, better: "neither" })).toBeNull();
  });

  test("a target of nothing is met by nothing, and missed by anything more", () => {
    expect([0, 3].map((value) => said(value, 0, { unit: "count", isOver: true, better: "lower" }))).toEqual(["met", "missed"]);
  });
});

test("twelve months to June are not the end of a target for the year, and are that of one for every twelve months", () => {
  const reading = { partial: false, period: { end: "2026-07-01" } };
  expect(isOver(aim("year", "2026-01-01", 1, false), reading)).toBe(false);
  expect(isOver(aim("year", "2026-01-01", 1), reading)).toBe(true);
  expect(isOver(aim("year", "2026-01-01", 1, false), { partial: false, period: { end: "2027-01-01" } })).toBe(true);
  expect(isOver(aim("month", "2026-06-01", 1), { partial: true, period: { end: "2026-07-01" } })).toBe(false);
});

test("a period begins on its first day, and those to choose from lie around it", () => {
  expect([
    startOf("month", "2026-11-22"),
    startOf("quarter", "2026-11-22"),
    startOf("quarter", "2026-03-31"),
    startOf("year", "2026-11-22"),
  ]).toEqual(["2026-11-01", "2026-10-01", "2026-01-01", "2026-01-01"]);
  expect(startsAround("year", "2026-11-22")).toEqual(["2027-01-01", "2026-01-01", "2025-01-01", "2024-01-01", "2023-01-01"]);
  expect(startsAround("quarter", "2026-11-22").slice(3, 6)).toEqual(["2027-01-01", "2026-10-01", "2026-07-01"]);
});

describe("a goal as it is typed", () => {
  test.each([
    ["110", "share", "USD", 1.1],
    ["1.5 %", "share", "USD", 0.015],
    ["1,200,000", "money", "USD", 120_000_000],
    ["1200.50", "money", "USD", 120_050],
    ["1200", "money", "JPY", 1200],
    ["−20", "score", "USD", -20],
    ["4.5", "hours", "USD", 4.5],
  ] as const)("%s as a %s of %s is %d", (text, unit, currency, value) => {
    expect(figureOf(text, { unit, currency })).toBe(value);
  });

  test.each(["", "many", "1e9", "1.2.3", "--2"])("%j is no number", (text) => {
    expect(figureOf(text, { unit: "count", currency: "USD" })).toBeNull();
  });

  test.each([
    [1.1, "share", "110"],
    [0.015, "share", "1.5"],
    [120_050, "money", "1200.5"],
    [100, "count", "100"],
    [0, "share", "0"],
  ] as const)("%d of a %s is written %s", (value, unit, text) => {
    expect(typedOf(value, { unit, currency: "USD" })).toBe(text);
  });
});

test("when it holds is said in words", () => {
  expect(spanWords(aim("month", "2026-11-01", 1))).toBe("each month from Nov 2026");
  expect(spanWords(aim("quarter", "2026-10-01", 1, false))).toBe("Q4 2026");
  expect(spanWords(aim("year", "2026-01-01", 1))).toBe("each year from 2026");
});
