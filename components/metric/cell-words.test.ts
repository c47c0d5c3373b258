import { expect, test } from "vitest";
import { cellWords, headingWords, weightWords } from "@/components/metric/cell-words";

test("times stand under their unit, each with one digit after the point", () => {
  expect(headingWords({ id: "hours", label: "Resolution", unit: "hours" })).toBe("Resolution, hours");
  expect([452, 1_531.84].map((value) => cellWords(value, { unit: "hours", currency: "USD" }))).toEqual(["452.0", "1,531.8"]);
});

test("what a row counts for has a true minus and no empty digits", () => {
  expect([-100, 1, 0.25, null].map((value) => weightWords(value, { unit: "count", currency: "USD" }))).toEqual(["−100", "1", "0.25", "—"]);
});
