import { EndingButtons } from "@/app/w/[workspace]/accounts/[accountId]/plans/ending-buttons";
import { PlanButton } from "@/app/w/[workspace]/accounts/[accountId]/plans/plan-form";
import { ReachButton } from "@/app/w/[workspace]/accounts/[accountId]/plans/reach-button";
import { OwnerName } from "@/components/metric/owners";
import { Badge, type Tone } from "@/components/ui/badge";
import { describeDay } from "@/lib/kernel/period-words";
import type { ShownPlan, ShownStep } from "@/lib/plans/data";
import type { PlansView } from "@/lib/plans/loaders";
import { planState, STATE_WORDS, type StepState, stateOf } from "@/lib/plans/rules";

const TONES: Record<StepState, Tone> = { reached: "good", "on-track": "plain", behind: "watch", stuck: "bad" };

/** One goal: how they will know, whose it is, and its steps. */
export function Plan({ plan, view }: { plan: ShownPlan; view: PlansView }) {
  const { goal, measure, owner, status, steps } = plan;
  const isOpen = status === "open";
  const state = planState(steps, view.today);
  const reached = steps.filter((step) => stateOf(step, view.today) === "reached").length;
  return (
    <section aria-label={goal} className="border-line border-t">
      <div className="flex items-start justify-between gap-3 px-4 pt-3 pb-1.5">
        <div className="min-w-0">
          <h3 className="wrap-anywhere font-medium">{goal}</h3>
          <p className="text-ink-3 text-xs">
            {[measure, `${reached} of ${steps.length} reached`].filter(Boolean).join(" · ")}
            {owner === null ? null : (
              <>
                {" · "}
                <OwnerName email={owner.email} />
              </>
            )}
          </p>
        </div>
        <Badge tone={isOpen ? TONES[state] : status === "reached" ? "good" : "plain"}>
          {isOpen ? STATE_WORDS[state] : status === "reached" ? "Reached" : "Dropped"}
        </Badge>
      </div>
      <ol className="px-4 pb-2">
        {steps.map((step) => (
          <Step key={step.id} step={step} view={view} isOpen={isOpen} />
        ))}
      </ol>
      {isOpen && view.mayPlan ? (
        <div className="no-print flex flex-wrap gap-1.5 px-2.5 pb-2.5">
          <PlanButton view={view} plan={plan} startedOn={null} />
          <EndingButtons workspace={view.workspace} plan={plan} />
        </div>
      ) : null}
    </section>
  );
}

function Step({ step, view, isOpen }: { step: ShownStep; view: PlansView; isOpen: boolean }) {
  const { name, expectedOn, latestOn, reachedOn } = step;
  const state = stateOf(step, view.today);
  return (
    <li className="flex items-start justify-between gap-3 py-1.5 text-sm">
      <div className="min-w-0">
        <p className="wrap-anywhere">{name}</p>
        <p className="figures text-ink-3 text-xs">
          {state === "reached" && reachedOn !== null
            ? `reached ${describeDay(reachedOn)}, expected ${describeDay(expectedOn)}`
            : `expected ${describeDay(expectedOn)}, at the latest ${describeDay(latestOn)}`}
        </p>
      </div>
      <span className="flex shrink-0 items-center gap-1.5">
        <Badge tone={TONES[state]}>{STATE_WORDS[state]}</Badge>
        {isOpen && view.mayPlan && (state !== "reached" || step.byHand) ? (
          <ReachButton workspace={view.workspace} step={step} today={view.today} />
        ) : null}
      </span>
    </li>
  );
}
