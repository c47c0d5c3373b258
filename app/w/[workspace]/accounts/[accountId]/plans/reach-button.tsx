"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormEnd } from "@/components/ui/form-end";
import { Input } from "@/components/ui/input";
import { reachStepAction } from "@/lib/imports/hand/actions";
import type { ShownStep } from "@/lib/plans/data";
import { FIRST_VALUE } from "@/lib/plans/rules";

type Props = { workspace: string; step: ShownStep; today: string };

/** Says on which day a step was reached, or takes that back. */
export function ReachButton({ workspace, step: { id, version, name, kind, reachedOn }, today }: Props) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(reachedOn ?? today);
  const [refusal, setRefusal] = useState<string>();

  function say(day: string | null) {
    start(async () => {
      const answer = await reachStepAction({ workspace, step: id, version, on: day });
      setRefusal(answer.ok ? undefined : answer.message);
      if (!answer.ok) return;
      if (answer.data.madeMilestone) toast.success("The first value is written down as a milestone, so time to value counts it.");
      setOpen(false);
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" look="quiet" aria-label={`${reachedOn === null ? "Reached" : "Change the day of"}: ${name}`}>
          {reachedOn === null ? "Reached…" : "Change…"}
        </Button>
      }
      title={name}
      {...(kind === FIRST_VALUE ? { description: "This is what time to value counts to: a milestone is written down with it." } : {})}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          say(on);
        }}
      >
        <Field label="Reached on">
          <Input type="date" required max={today} value={on} onChange={({ target }) => setOn(target.value)} />
        </Field>
        <FormEnd
          refusal={refusal}
          busy={busy}
          onCancel={() => setOpen(false)}
          aside={
            reachedOn === null ? null : (
              <Button look="danger" className="mr-auto" onClick={() => say(null)} disabled={busy}>
                Not reached
              </Button>
            )
          }
        />
      </form>
    </Dialog>
  );
}
