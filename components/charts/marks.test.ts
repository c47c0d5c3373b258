import { expect, test } from "vitest";
import { byPlace, placeMarks, withMarks } from "@/components/charts/marks";

const MONTHS = [
  { key: "2026-01", from: "2026-01-01", until: "2026-02-01" },
  { key: "2026-02", from: "2026-02-01", until: "2026-03-01" },
];
const note = (day: string, words: string, sign: string | null = null) => ({ day, words, sign });

test("a mark stands at the stretch that holds its day: the first day is in it, the end is the next one's", () => {
  const placed = placeMarks([note("2026-01-01", "first"), note("2026-01-31", "last"), note("2026-02-01", "next")], MONTHS);
  expect(placed.map(({ at, sign, words }) => `${sign} ${words} at ${at}`)).toEqual([
    "A first at 2026-01",
    "B last at 2026-01",
    "C next at 2026-02",
  ]);
});

test("what lies before or after what is drawn is left out, and takes no letter", () => {
  const placed = placeMarks([note("2025-12-31", "before"), note("2026-01-05", "in"), note("2026-03-01", "after")], MONTHS);
  expect(placed.map(({ sign, words }) => [sign, words])).toEqual([["A", "in"]]);
});

test("what has a sign of its own keeps it, and what stands together is told together", () => {
  const placed = placeMarks([note("2026-01-05", "price"), note("2026-01-09", "cards", "v2"), note("2026-01-20", "outage")], MONTHS);
  expect(byPlace(placed)).toEqual([{ at: "2026-01", signs: "A v2 B", words: ["A: price", "v2: cards", "B: outage"] }]);
});

test("the table tells them in a column of its own, where there are any", () => {
  const twin = { columns: ["Month"], rows: MONTHS.map(({ key }) => ({ key, cells: [key], file: [key] })) };
  const places = byPlace(placeMarks([note("2026-01-05", "price"), note("2026-01-09", "outage")], MONTHS));
  expect(withMarks(twin, places)).toEqual({
    columns: ["Month", "What happened"],
    rows: [
      { key: "2026-01", cells: ["2026-01", "A: price; B: outage"], file: ["2026-01", "A: price; B: outage"] },
      { key: "2026-02", cells: ["2026-02", ""], file: ["2026-02", ""] },
    ],
  });
  expect(withMarks(twin, [])).toEqual(twin);
});

test("the twenty-seventh letter is A2", () => {
  const many = Array.from({ length: 28 }, () => note("2026-01-05", "x"));
  expect(placeMarks(many, MONTHS).at(26)?.sign).toBe("A2");
  expect(placeMarks(many, MONTHS).at(27)?.sign).toBe("B2");
});
