import { expect, test } from "vitest";
import { inOrder, type Standing, stakeOf } from "@/lib/signals/queue/order";

const BANDS = { green: 70, yellow: 40 };
const calm: Standing = { mrr: 100_00, score: 80, held: null, signals: 0, daysToRenewal: 365 };
const stake = (standing: Partial<Standing>) => stakeOf({ ...calm, ...standing }, BANDS);

test("a stake is money × risk × nearness", () => {
  // $100 × (100 − 80) ÷ 100 × 0.25
  expect(stake({})).toEqual({
    money: 100_00,
    base: expect.closeTo(0.2),
    risk: expect.closeTo(0.2),
    nearness: 0.25,
    product: expect.closeTo(5_00),
  });
});

test("every open signal takes a quarter of the safety that is left", () => {
  // 1 − 0.8 × 0.75 = 0.4; 1 − 0.8 × 0.75² = 0.55
  expect(stake({ signals: 1 }).risk).toBeCloseTo(0.4);
  expect(stake({ signals: 2 }).risk).toBeCloseTo(0.55);
});

test("nearness falls evenly from the renewal to a year before it, and no date is the middle", () => {
  expect([-12, 0, 73, 365, 900, null].map((daysToRenewal) => stake({ daysToRenewal }).nearness)).toEqual([
    1,
    1,
    expect.closeTo(0.85),
    0.25,
    0.25,
    0.5,
  ]);
});

test("without a score the risk is one half", () => {
  expect(stake({ score: null }).base).toBe(0.5);
});

test("a band set by hand keeps the risk within what its scores mean", () => {
  // red: scores below 40, so at least 0.6; yellow: 40 to 70; green: from 70, so at most 0.3
  expect(stake({ score: 90, held: "red" }).base).toBeCloseTo(0.6);
  expect(stake({ score: 10, held: "red" }).base).toBeCloseTo(0.9);
  expect(stake({ score: 10, held: "yellow" }).base).toBeCloseTo(0.6);
  expect(stake({ score: 90, held: "yellow" }).base).toBeCloseTo(0.3);
  expect(stake({ score: 10, held: "green" }).base).toBeCloseTo(0.3);
});

test("a lower score, another signal or a nearer renewal never puts an account further back", () => {
  const product = (standing: Partial<Standing>) => stake(standing).product ?? 0;
  for (let n = 0; n < 100; n += 1) {
    expect(product({ score: n })).toBeGreaterThanOrEqual(product({ score: n + 1 }));
    expect(product({ daysToRenewal: n * 5 })).toBeGreaterThanOrEqual(product({ daysToRenewal: n * 5 + 5 }));
  }
  expect(product({ signals: 3 })).toBeGreaterThan(product({ signals: 2 }));
});

test("those with most at stake come first, and those whose money is not known last", () => {
  const placed = (id: string, standing: Partial<Standing>) => ({ id, stake: stake(standing) });
  const rows = [
    placed("b", {}),
    placed("none", { mrr: null }),
    placed("a", {}),
    placed("big", { mrr: 900_00 }),
    placed("zero", { mrr: 0 }),
  ];
  expect(inOrder(rows).map(({ id }) => id)).toEqual(["big", "a", "b", "zero", "none"]);
});
