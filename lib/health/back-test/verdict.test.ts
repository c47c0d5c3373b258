import { expect, test } from "vitest";
import type { Churn, History, Point } from "@/lib/health/back-test/history";
import { verdictOf } from "@/lib/health/back-test/verdict";
import type { HealthConfig } from "@/lib/health/config";
import { MEASURES } from "@/lib/health/registry";
import { addDays } from "@/lib/kernel/period";

/** One measure, whose value times 100 is the score. */
const CONFIG: HealthConfig = {
  bands: { green: 70, yellow: 40 },
  cards: [{ id: "all", name: "All", match: null, weights: { "usage-trend": 1 }, limits: { "usage-trend": { red: 0, green: 1 } } }],
};

const inputs = (score: number | null) => MEASURES.map(({ face }) => (face.id === "usage-trend" && score !== null ? score / 100 : null));

function point(accountId: string, score: number | null, churnedOn: string | null = null, day = "2025-01-31"): Point {
  return { accountId, day, tenureDays: 400, dimensions: {}, inputs: inputs(score), mrr: 1_000, churnedOn };
}

/** An account that left on 1 March 2025, with its scores on the days before, the last one last. */
function churn(accountId: string, scores: (number | null)[]): Churn {
  const day = "2025-03-01";
  const days = scores.map((score, i) => ({
    accountId,
    day: addDays(day, i - scores.length),
    tenureDays: 400,
    dimensions: {},
    inputs: inputs(score),
  }));
  return { accountId, day, days };
}

const stayed = Array.from({ length: 90 }, (_, i) => point(`kept ${i}`, i < 6 ? 30 : 80));
const gone = Array.from({ length: 10 }, (_, i) => point(`gone ${i}`, i < 6 ? 20 : 75, "2025-03-01"));
const HISTORY: History = {
  points: [...stayed, ...gone, point("silent", null)],
  waiting: 7,
  left: 11,
  churns: gone.map(({ accountId }, i) => churn(accountId, i < 6 ? [90, 60, null, 30] : [30, 75])),
};

test("below ten churns it refuses, and says how many there are", () => {
  const nine = { ...HISTORY, points: HISTORY.points.filter(({ accountId }) => accountId !== "gone 9") };
  expect(verdictOf(nine, CONFIG)).toEqual({
    ...{ kind: "too-few", needed: 10, churns: 9, left: 11 },
    ...{ points: 100, accounts: 100, scored: 99, waiting: 7, from: "2025-01-31", through: "2025-01-31" },
  });
});

test("an account that left counts once, however many months before it were seen", () => {
  const months = ["2024-12-31", "2025-01-31", "2025-02-28"].flatMap((day) => gone.slice(0, 4).map((one) => ({ ...one, day })));
  expect(verdictOf({ ...HISTORY, points: [...stayed, ...months] }, CONFIG)).toMatchObject({ kind: "too-few", churns: 4, points: 102 });
});

test("ten churns, six of them at risk: the numbers by hand", () => {
  const verdict = verdictOf(HISTORY, CONFIG);
  if (verdict.kind !== "judged") throw new Error("it refused");
  // Pairs of one gone and one kept: six at 20 are below all 90; four at 75 are below 84 of them. (6 × 90 + 4 × 84) ÷ 900
  expect(verdict.auc.auc).toBeCloseTo(876 / 900, 12);
  expect(verdict.bands.map(({ band, points, left }) => [band, points, left])).toEqual([
    ["green", 88, 4],
    ["yellow", 0, 0],
    ["red", 12, 6],
    ["unknown", 1, 0],
  ]);
  const red = verdict.bands.find(({ band }) => band === "red");
  expect(red).toMatchObject({ mrr: 12_000, mrrLeft: 6_000, churn: { value: 0.5 }, revenueChurn: { value: 0.5 } });
  expect(red?.churn?.interval?.[0]).toBeCloseTo(0.244, 1);
  // The worst ten of a hundred: the six at 20, and four of the six that were at 30 and stayed. 6 of 10 against 10 of 100
  expect(verdict.lift.lift).toBeCloseTo(6, 12);
});

test("warning runs from the first day of the last spell below green; days without a score break nothing; green to the end is no warning", () => {
  const verdict = verdictOf(HISTORY, CONFIG);
  if (verdict.kind !== "judged") throw new Error("it refused");
  expect(verdict.warning).toEqual({ medianDays: 3, interval: [0, 3], churns: 10, warned: 6, unscored: 0 });
});

test("the two honest lists: left while green, and at risk but still there", () => {
  const verdict = verdictOf(HISTORY, CONFIG);
  if (verdict.kind !== "judged") throw new Error("it refused");
  expect(verdict.missed).toHaveLength(4);
  expect(verdict.missed[0]).toEqual({ accountId: "gone 6", day: "2025-03-01", score: 75, mrr: 1_000 });
  expect(verdict.spared).toHaveLength(6);
  expect(verdict.spared[0]).toEqual({ accountId: "kept 0", day: "2025-01-31", score: 30, mrr: 1_000, months: 1 });
});

test("the same history always gives the same verdict", () => {
  expect(verdictOf(HISTORY, CONFIG)).toEqual(verdictOf({ ...HISTORY, points: HISTORY.points.map((one) => ({ ...one })) }, CONFIG));
});
