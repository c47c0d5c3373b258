import { expect, test } from "vitest";
import { accuracyOf, byAuthor, type Stood } from "@/lib/renewals/accuracy";

const stood = (more: Partial<Stood>): Stood => ({
  horizon: 90,
  author: "ada@acme.test",
  call: "renew",
  outcome: "same",
  band: "green",
  n: 1,
  priced: 1,
  called: 100,
  actual: 100,
  ...more,
});

const times = (n: number, more: Partial<Stood>) => Array.from({ length: n }, () => stood(more));

test("a word is right by what was renewed: no less, more, less, nothing", () => {
  const calls = [
    ...times(6, { call: "renew", outcome: "grown" }),
    ...times(1, { call: "grow", outcome: "grown" }),
    ...times(1, { call: "shrink", outcome: "shrunk" }),
    ...times(1, { call: "lose", outcome: "lost" }),
    ...times(1, { call: "grow", outcome: "same" }),
    ...times(1, { call: "renew", outcome: "shrunk" }),
    ...times(1, { call: "lose", outcome: "shrunk" }),
  ];
  const { word, stays } = accuracyOf(calls);
  expect(word).toMatchObject({ n: 12, right: 9, share: 9 / 12 });
  expect(stays).toMatchObject({ n: 12, right: 11 }); // only the last was lost in words and not in fact
});

test("the interval of nine in ten is Wilson's, 0.5958 to 0.9821", () => {
  const { word } = accuracyOf([...times(9, {}), stood({ outcome: "lost" })]);
  expect(word.interval?.[0]).toBeCloseTo(0.5958, 4);
  expect(word.interval?.[1]).toBeCloseTo(0.9821, 4);
});

test("with nine nothing is said but how many they were", () => {
  const { word, bias } = accuracyOf(times(9, {}));
  expect(word).toEqual({ n: 9, right: 9, share: null, interval: null });
  expect(bias).toBeNull();
});

test("the bias is what was called over what came, less one: 1,100 ÷ 800 − 1", () => {
  const calls = [...times(8, { called: 110, actual: 100 }), ...times(2, { call: "renew", outcome: "lost", called: 110, actual: 0 })];
  expect(accuracyOf(calls).bias).toBeCloseTo(0.375, 12);
  expect(accuracyOf([...calls, stood({ priced: 0, called: 0, actual: 0 })]).bias).toBeCloseTo(0.375, 12); // without a rate it is left out
  expect(accuracyOf(times(10, { call: "renew", outcome: "lost", actual: 0 })).bias).toBeNull();
});

test("the score says green stays and red leaves; the other bands say nothing", () => {
  const { score } = accuracyOf([
    ...times(7, {}),
    ...times(2, { band: "red", outcome: "lost" }),
    ...times(1, { band: "red", outcome: "shrunk" }),
    ...times(5, { band: "yellow" }),
    ...times(2, { band: null }),
  ]);
  expect(score).toMatchObject({ n: 10, right: 9 });
});

test("one line of twelve calls counts as twelve", () => {
  const { word, bias } = accuracyOf([stood({ n: 12, priced: 11, called: 1_100, actual: 1_000 })]);
  expect(word).toMatchObject({ n: 12, right: 12 });
  expect(bias).toBeCloseTo(0.1, 12);
});

test("each author is told apart, whoever called most first", () => {
  const all = byAuthor([...times(2, { author: "b" }), ...times(3, { author: "c", outcome: "lost" })]);
  expect(all.map(({ author, accuracy }) => [author, accuracy.word.n, accuracy.word.right])).toEqual([
    ["c", 3, 0],
    ["b", 2, 2],
  ]);
});
