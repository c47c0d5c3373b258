import { expect, test } from "vitest";
import { bridgeSteps } from "@/components/charts/bridge-steps";

const PARTS = [
  { id: "opening", label: "Opening", value: 1000, kind: "balance" },
  { id: "new", label: "New", value: 120, kind: "gain" },
  { id: "churned", label: "Churned", value: 70, kind: "loss" },
  { id: "fx", label: "Currency", value: -10, kind: "drift" },
  { id: "closing", label: "Closing", value: 1040, kind: "balance" },
] as const;

test("each bar starts where the one before it ended, and the last movement ends at the closing", () => {
  // 1000 + 120 = 1120; 1120 − 70 = 1050; 1050 − 10 = 1040
  expect(bridgeSteps(PARTS).map(({ from, to }) => [from, to])).toEqual([
    [0, 1000],
    [1000, 1120],
    [1120, 1050],
    [1050, 1040],
    [0, 1040],
  ]);
});

test("a bridge that starts from nothing stands on zero", () => {
  const steps = bridgeSteps([{ ...PARTS[0], value: 0 }, PARTS[1], { ...PARTS[4], value: 120 }]);
  expect(steps.map(({ from, to }) => [from, to])).toEqual([
    [0, 0],
    [0, 120],
    [0, 120],
  ]);
});
