import type { Day } from "@/lib/kernel/period";
import { addDays } from "@/lib/kernel/period";
import type { StepFields } from "@/lib/plans/schema";

/** reached; else by today: before the expected day, after it, or after the latest one. */
export type StepState = "reached" | "on-track" | "behind" | "stuck";

export const STATE_WORDS: Record<StepState, string> = { reached: "Reached", "on-track": "On track", behind: "Behind", stuck: "Stuck" };

type Step = { readonly expectedOn: Day; readonly latestOn: Day; readonly reachedOn: Day | null };

/** Both days belong to the state before them: on the expected day a step is on track, on the latest one behind. */
export function stateOf({ expectedOn, latestOn, reachedOn }: Step, today: Day): StepState {
  if (reachedOn !== null && reachedOn <= today) return "reached";
  if (today <= expectedOn) return "on-track";
  return today <= latestOn ? "behind" : "stuck";
}

const WORST: readonly StepState[] = ["stuck", "behind", "on-track"];

/** A plan is as its worst step that is still to be reached. */
export function planState(steps: readonly Step[], today: Day): StepState {
  const states = steps.map((step) => stateOf(step, today));
  return WORST.find((state) => states.includes(state)) ?? "reached";
}

/** The kind of milestone that time to value counts to. */
export const FIRST_VALUE = "first_value";

/** A plan to begin with: days after the beginning until a step is expected, and until it is late. */
const ONBOARDING = [
  { name: "Kick-off held and goals agreed", kind: "kick_off", expected: 7, latest: 14 },
  { name: "Their data is connected", kind: null, expected: 14, latest: 28 },
  { name: "First value: the goal's first result", kind: FIRST_VALUE, expected: 30, latest: 60 },
  { name: "Everybody is at work with it", kind: "go_live", expected: 60, latest: 90 },
  { name: "Result reviewed with the sponsor", kind: null, expected: 90, latest: 120 },
] as const;

export function onboardingSteps(from: Day): StepFields[] {
  return ONBOARDING.map(({ name, kind, expected, latest }) => ({
    id: null,
    name,
    kind,
    expectedOn: addDays(from, expected),
    latestOn: addDays(from, latest),
  }));
}
