import { expect, test } from "vitest";
import { axisOf, niceStep } from "@/components/charts/axis";

test("a share runs from 0 to 100 %", () => {
  expect(axisOf([0.91, 0.96, null], "share")).toEqual({ domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] });
});

test("a share that passes 100 % keeps its zero and gets the room it needs", () => {
  // 1.08 ÷ 4 = 0.27, the next round step is 0.5
  expect(axisOf([1.02, 1.08], "share")).toEqual({ domain: [0, 1.5], ticks: [0, 0.5, 1, 1.5] });
});

test("a small share is not pressed flat", () => {
  // 0.018 ÷ 4 = 0.0045 → 0.005
  expect(axisOf([0.018, 0.011], "share")).toEqual({ domain: [0, 0.02], ticks: [0, 0.005, 0.01, 0.015, 0.02] });
});

test("money starts at zero", () => {
  expect(axisOf([910_000, 1_020_000], "money").domain).toEqual([0, 1_500_000]);
});

test("losses reach below zero, and zero stays on the axis", () => {
  expect(axisOf([-30, 50], "money")).toEqual({ domain: [-40, 60], ticks: [-40, -20, 0, 20, 40, 60] });
});

test("a score runs over its scale, whatever was scored", () => {
  expect(axisOf([31, 40], "score", [-100, 100])).toEqual({ domain: [-100, 100], ticks: [-100, -50, 0, 50, 100] });
});

test("nothing to draw still has an axis", () => {
  expect(axisOf([null, null], "count")).toEqual({ domain: [0, 1], ticks: [0, 1] });
});

test("steps are round", () => {
  expect([0.27, 3, 12, 100].map(niceStep)).toEqual([0.5, 5, 20, 100]);
});
