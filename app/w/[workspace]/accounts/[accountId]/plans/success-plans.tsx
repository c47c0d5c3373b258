import { Plan } from "@/app/w/[workspace]/accounts/[accountId]/plans/plan";
import { PlanButton } from "@/app/w/[workspace]/accounts/[accountId]/plans/plan-form";
import { Sheet } from "@/components/ui/sheet";
import type { PlansView } from "@/lib/plans/loaders";

type Props = { view: PlansView; startedOn: string | null };

/** What they bought it for, and how far they have come. */
export function SuccessPlans({ view, startedOn }: Props) {
  if (view.plans.length === 0 && !view.mayPlan) return null;
  const open = view.plans.filter(({ status }) => status === "open");
  const ended = view.plans.filter(({ status }) => status !== "open");
  return (
    <Sheet title="Success plan" actions={view.mayPlan ? <PlanButton view={view} startedOn={startedOn} /> : undefined} flush>
      {view.plans.length === 0 ? <p className="px-4 pb-3.5 text-ink-3 text-sm">Nobody has written down what they bought it for.</p> : null}
      {open.map((plan) => (
        <Plan key={plan.id} plan={plan} view={view} />
      ))}
      {ended.length > 0 ? (
        <details className="border-line border-t" open={open.length === 0}>
          <summary className="cursor-pointer px-4 py-2.5 text-accent text-sm">
            {ended.length} ended {ended.length === 1 ? "plan" : "plans"}
          </summary>
          {ended.map((plan) => (
            <Plan key={plan.id} plan={plan} view={view} />
          ))}
        </details>
      ) : null}
    </Sheet>
  );
}
