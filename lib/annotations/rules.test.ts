import { expect, test } from "vitest";
import { type Mark, marksOf, marksOfHealth, mayChange } from "@/lib/annotations/rules";

const mark = (key: string, day: string, of: Mark["of"]): Mark => ({ key, day, words: key, sign: null, of, note: null });
const MARKS = [
  mark("everywhere", "2026-03-05", "all"),
  mark("scorecards", "2026-04-01", "health"),
  mark("churn alone", "2026-02-01", { metric: "customer-churn-rate" }),
];
const keys = (marks: readonly Mark[]) => marks.map(({ key }) => key);

test("a trend tells what is of all and what is its own; that of health the scorecards too", () => {
  expect(keys(marksOf(MARKS, { id: "mrr", group: "Revenue" }))).toEqual(["everywhere"]);
  expect(keys(marksOf(MARKS, { id: "customer-churn-rate", group: "Revenue" }))).toEqual(["churn alone", "everywhere"]);
  expect(keys(marksOf(MARKS, { id: "health-score", group: "Health" }))).toEqual(["everywhere", "scorecards"]);
  expect(keys(marksOfHealth(MARKS))).toEqual(["everywhere", "scorecards"]);
});

test("a day on which a metric's definition changed is marked on its trend, in its place", () => {
  const definitionChanges = [{ day: "2026-02-20", words: "Pauses count as losses." }];
  const marks = marksOf(MARKS, { id: "mrr", group: "Revenue", definitionChanges });
  expect(marks.map(({ day, sign, words }) => [day, sign, words])).toEqual([
    ["2026-02-20", "def", "Pauses count as losses."],
    ["2026-03-05", null, "everywhere"],
  ]);
});

test("a note is changed by who wrote it and by managers, and by no viewer", () => {
  const note = { author: "csm@a.test" };
  const may = (email: string, role: Parameters<typeof mayChange>[1]["role"]) => mayChange(note, { email, role });
  expect([may("csm@a.test", "csm"), may("other@a.test", "csm"), may("other@a.test", "manager"), may("csm@a.test", "viewer")]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
