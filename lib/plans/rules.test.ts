import { expect, test } from "vitest";
import { planState, stateOf } from "@/lib/plans/rules";

const STEP = { expectedOn: "2026-11-10", latestOn: "2026-11-20", reachedOn: null };

test.each([
  ["2026-11-10", "on-track"],
  ["2026-11-11", "behind"],
  ["2026-11-20", "behind"],
  ["2026-11-21", "stuck"],
])("on %s a step expected by the 10th and at the latest by the 20th is %s", (today, state) => {
  expect(stateOf(STEP, today)).toBe(state);
});

test("a step that was reached is reached, however late", () => {
  expect(stateOf({ ...STEP, reachedOn: "2026-11-25" }, "2026-11-26")).toBe("reached");
});

test("a plan is as its worst step that is not reached yet", () => {
  const reached = { ...STEP, reachedOn: "2026-11-01" };
  const later = { expectedOn: "2026-12-10", latestOn: "2026-12-20", reachedOn: null };
  expect(planState([reached, later], "2026-11-21")).toBe("on-track");
  expect(planState([reached, STEP, later], "2026-11-21")).toBe("stuck");
  expect(planState([reached], "2026-11-21")).toBe("reached");
});
