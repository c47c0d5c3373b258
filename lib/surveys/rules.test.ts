import { expect, test } from "vitest";
import { answerClass } from "@/lib/surveys/rules";

const classes = (kind: "nps" | "csat" | "ces", scale: number, scores: number[]) =>
  scores.map((score) => answerClass({ kind, score, scale })).join(" ");

test("an NPS promotes from 9 and detracts to 6", () => {
  expect(classes("nps", 10, [0, 6, 7, 8, 9, 10])).toBe("bad bad middle middle good good");
});

test("of five points 4 and 5 are good, of seven 5 to 7, as their metrics count them", () => {
  expect(classes("csat", 5, [1, 2, 3, 4, 5])).toBe("bad bad middle good good");
  expect(classes("ces", 7, [1, 2, 3, 4, 5, 6, 7])).toBe("bad bad bad middle good good good");
});

test("two points are no and yes, and what was not answered is neither", () => {
  expect(classes("csat", 2, [1, 2])).toBe("bad good");
  expect(answerClass({ kind: "nps", score: null, scale: 10 })).toBeNull();
});
