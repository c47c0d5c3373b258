import { expect, test } from "vitest";
import type { ScoreChange } from "@/lib/health/change";
import type { MeasureFace } from "@/lib/health/measure";
import { figureWords, reasonsOf, ruleWords, saysWords } from "@/lib/health/words";

const face = (id: string, name: string, unit: MeasureFace["unit"], says?: string): MeasureFace => ({
  ...{ id, name, unit, question: "", meaning: "", missing: "", weight: 1, limits: { red: 0, green: 1 } },
  ...(says === undefined ? {} : { says }),
});

const FACES = [
  face("use", "Usage trend", "ratio", "use is {} of its usual"),
  face("voice", "Sentiment", "score"),
  face("late", "Payment", "days"),
];

const part = (value: number) => ({ id: "use", value, score: 0, weight: 1, contribution: 0, age: 0 });

test("a figure is written as its unit is", () => {
  const write = (unit: MeasureFace["unit"], value: number) => figureWords({ unit }, value);
  expect([
    write("ratio", 0.481),
    write("share", 0.634),
    write("days", 12),
    write("count", 2.5),
    write("count", 3),
    write("score", 62.4),
  ]).toEqual([...["0.48", "63%", "12 days", "2.5", "3", "62"]]);
  expect(FACES.map((each) => saysWords(each, 1))).toEqual(["use is 1.00 of its usual", "sentiment is 1", "payment is 1 day"]);
});

test("the two parts that did most are the reasons, none of those that worked against the change", () => {
  const change: ScoreChange = {
    ...{ kind: "known", before: 80, after: 40, by: -40 },
    configuration: { by: -5, version: [1, 2], card: ["all", "all"] },
    age: { by: 0, days: [400, 430] },
    customer: [{ id: "use", by: -32, before: part(0.95), after: part(0.48) }],
    lost: { by: -8, measures: ["voice", "late"] },
    gained: { by: 5, measures: [] },
  };
  expect(reasonsOf(change, FACES)).toEqual(["use is 0.48 of its usual, was 0.95: −32.0", "no longer known: Sentiment, Payment: −8.0"]);
});

test("an account that grew out of the limits for the young is told so, and not as the customer's doing", () => {
  const change: ScoreChange = {
    ...{ kind: "known", before: 75, after: 45, by: -30 },
    configuration: { by: 0, version: [0, 0], card: ["all", "all"] },
    age: { by: -30, days: [59, 60] },
    customer: [{ id: "use", by: 0, before: part(0.4), after: part(0.4) }],
    lost: { by: 0, measures: [] },
    gained: { by: 0, measures: [] },
  };
  expect(reasonsOf(change, FACES)).toEqual(["limits for its age, 60 days (was 59): −30.0"]);
});

test("where a day has no score, the reason is what was not known", () => {
  const change: ScoreChange = { kind: "unknown", before: 70, after: null, missing: { before: [], after: ["use", "voice"] } };
  expect(reasonsOf(change, FACES)).toEqual(["too little is known now, for want of Usage trend, Sentiment"]);
});

test("the rule of the bands is said in one sentence", () => {
  expect(ruleWords({ green: 70, yellow: 40 })).toBe("Healthy from 70, Watch from 40, lower edge included.");
});
