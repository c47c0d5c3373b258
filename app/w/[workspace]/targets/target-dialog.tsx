"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { Form, textIn } from "@/app/w/[workspace]/acting/form";
import { useBearings } from "@/app/w/[workspace]/bearings";
import { TargetFields } from "@/app/w/[workspace]/targets/target-fields";
import { TargetRemoval } from "@/app/w/[workspace]/targets/target-removal";
import { Dialog } from "@/components/ui/dialog";
import { changeTargetAction, setTargetAction } from "@/lib/targets/actions";
import type { Aimed } from "@/lib/targets/loaders";
import { figureOf, type Span, type Target } from "@/lib/targets/rules";

type Props = {
  /** The metrics to choose from; one where it is clear which. */
  aimed: readonly Aimed[];
  /** The target that is changed; absent for a new one. */
  target?: Target | undefined;
  /** The span that is looked at. */
  span?: Span;
  trigger: ReactNode;
};

const NO_NUMBER = "Write the goal as a number, such as 110. Nothing was saved.";

/** Sets what a number is to reach, or changes it. */
export function TargetDialog({ aimed, target, span = "year", trigger }: Props) {
  const router = useRouter();
  const { workspace, currency } = useBearings();
  const [open, setOpen] = useState(false);

  function done(words: string) {
    setOpen(false);
    toast.success(words);
    router.refresh();
  }

  async function save(typed: FormData) {
    const metric = textIn(typed, "metric");
    const unit = aimed.find(({ id }) => id === metric)?.unit ?? "count";
    const value = figureOf(textIn(typed, "value"), { unit, currency });
    if (value === null) return { ok: false as const, code: "invalid" as const, message: NO_NUMBER };
    const fields = {
      workspace,
      metric,
      value,
      span: textIn(typed, "span") as Span, // of the choices in the form
      fromDay: textIn(typed, "fromDay"),
      standing: textIn(typed, "until") === "changed",
      owner: textIn(typed, "owner") || null,
    };
    const answer = await (target ? changeTargetAction({ ...fields, id: target.id, version: target.version }) : setTargetAction(fields));
    return answer.ok ? { ok: true as const, data: undefined } : answer;
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={aimed.length === 1 ? `Target of ${aimed[0]?.name}` : "Set a target"}
      description={
        target
          ? "What changes here changes for the past too. To aim higher from a later month on, set another."
          : "It stands beside the number wherever that is shown over periods of this length."
      }
    >
      <Form
        save={save}
        onSaved={() => done("The target is saved.")}
        onCancel={() => setOpen(false)}
        aside={target ? <TargetRemoval target={target} onDone={done} /> : null}
      >
        <TargetFields aimed={aimed} target={target} span={target?.span ?? span} />
      </Form>
    </Dialog>
  );
}
