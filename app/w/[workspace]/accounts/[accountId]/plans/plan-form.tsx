"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { type DraftStep, StepRows } from "@/app/w/[workspace]/accounts/[accountId]/plans/step-rows";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormEnd } from "@/components/ui/form-end";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { daysBetween } from "@/lib/kernel/period";
import { changePlanAction, createPlanAction } from "@/lib/plans/actions";
import type { ShownPlan } from "@/lib/plans/data";
import type { PlansView } from "@/lib/plans/loaders";
import { onboardingSteps } from "@/lib/plans/rules";

type Props = { view: PlansView; plan?: ShownPlan; startedOn: string | null };

/** An account older than this is past onboarding: its plan begins today. */
const YOUNG_DAYS = 90;

export function PlanButton({ view, plan, startedOn }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" look="quiet" aria-label={plan ? `Edit plan: ${plan.goal}` : "Add a success plan"}>
          {plan ? (
            "Edit"
          ) : (
            <>
              <Plus aria-hidden className="size-3.5" /> Add
            </>
          )}
        </Button>
      }
      title={plan ? "Edit success plan" : "New success plan"}
      description={plan ? undefined : "It begins as an onboarding; change what does not fit."}
    >
      <PlanForm view={view} startedOn={startedOn} onDone={() => setOpen(false)} {...(plan ? { plan } : {})} />
    </Dialog>
  );
}

function PlanForm({ view: { workspace, account, members, today }, plan, startedOn, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();
  const [steps, setSteps] = useState<DraftStep[]>(() => {
    const isYoung = startedOn !== null && daysBetween(startedOn, today) <= YOUNG_DAYS;
    return (plan?.steps ?? onboardingSteps(isYoung ? startedOn : today)).map(({ id, name, kind, expectedOn, latestOn }, place) => ({
      key: id ?? `new-${place}`,
      step: { id, name, kind, expectedOn, latestOn },
    }));
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const fields = {
      goal: String(typed.get("goal")),
      measure: String(typed.get("measure")),
      owner: String(typed.get("owner")) || null,
      steps: steps.map(({ step }) => step).sort((one, other) => one.expectedOn.localeCompare(other.expectedOn)),
    };
    start(async () => {
      const answer = plan
        ? await changePlanAction({ workspace, id: plan.id, version: plan.version, ...fields })
        : await createPlanAction({ workspace, account, ...fields });
      if (!answer.ok) return setRefusal(answer.message);
      onDone();
      router.refresh();
    });
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="What they bought it for">
        <Input name="goal" required maxLength={300} defaultValue={plan?.goal} autoComplete="off" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="How they will know">
          <Input name="measure" maxLength={300} defaultValue={plan?.measure ?? ""} autoComplete="off" />
        </Field>
        <Field label="Who is after it">
          <NativeSelect
            name="owner"
            defaultValue={plan?.owner?.id ?? ""}
            options={[{ value: "", label: "Nobody" }, ...members.map(({ id, name, email }) => ({ value: id, label: name ?? email }))]}
          />
        </Field>
      </div>
      <StepRows steps={steps} today={today} onChange={setSteps} />
      <FormEnd
        refusal={refusal}
        busy={busy}
        onCancel={onDone}
        className="-mx-5 -mb-5 sticky bottom-[-1.25rem] border-line border-t bg-sheet px-5 py-3"
      />
    </form>
  );
}
