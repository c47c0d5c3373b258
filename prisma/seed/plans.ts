import { addDays, type Day, daysBetween } from "@/lib/kernel/period";
import { onboardingSteps } from "@/lib/plans/rules";
import type { StepFields } from "@/lib/plans/schema";
import type { Calendar } from "./calendar";
import type { Life, Segment } from "./life";
import { randomOf } from "./random";

export type PlanRow = {
  account: string;
  goal: string;
  measure: string;
  owner: string;
  status: "open" | "reached";
  at: Date;
  steps: (StepFields & { reachedOn: Day | null })[];
};

/** Plans of so many days are told; before, nobody kept any. */
const KEPT_DAYS = 300;

/** What customers of the last months bought it for. Steps without a milestone of their kind were ticked by hand, where use came in time. */
export function plansOf(seed: string, lives: readonly Life[], calendar: Calendar): PlanRow[] {
  const { today } = calendar;
  return lives.flatMap((life) => {
    const random = randomOf(`${seed} plan ${life.id}`);
    const age = daysBetween(life.startedOn, today);
    const isThere = life.spells.some(({ from, until = "9999" }) => from <= today && until > today);
    if (age < 5 || age > KEPT_DAYS || !isThere || (life.segment === "SMB" && !random.chance(0.3))) return [];
    const isStuck = life.character.engagement === 0;
    const steps = onboardingSteps(life.startedOn).map((step) => {
      const late = random.whole(
        -6,
        Math.round(daysBetween(step.expectedOn, step.latestOn) * (life.character.engagement > 0.5 ? 0.6 : 1.6)),
      );
      const day = addDays(step.expectedOn, late);
      return { ...step, reachedOn: step.kind === null && !isStuck && day <= today ? day : null };
    });
    const [goal, measure] = random.pick(GOALS[life.segment]);
    const owner = (life.owners.at(-1) ?? life.owners[0]).email;
    const isOver = age > 150 && steps.every(({ kind, reachedOn }) => kind !== null || reachedOn !== null);
    return [
      { account: life.id, goal, measure, owner, status: isOver ? "reached" : "open", at: calendar.at(addDays(life.startedOn, 2)), steps },
    ];
  });
}

const GOALS: Record<Segment, readonly (readonly [string, string])[]> = {
  SMB: [
    ["Answer customers the same day", "First answer under eight hours"],
    ["One list of who is waiting for what", "Nothing older than a week"],
  ],
  "Mid-market": [
    ["Close the month in three days instead of seven", "Days from month's end to report"],
    ["Bring every team's requests to one place", "Share of requests that come by mail below 10 %"],
    ["See a late delivery before the customer does", "Late ones told ahead, 9 of 10"],
  ],
  Enterprise: [
    ["One way of working in all regions", "Regions live by the end of the year"],
    ["Halve the time from request to approval", "Median days to approval, 12 to 6"],
    ["Retire the two tools it replaces", "Licences given back"],
  ],
};
