"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { setOverrideAction } from "@/lib/health/actions";
import { OVERRIDE_DAYS } from "@/lib/health/rules";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import type { Band } from "@/lib/kernel/health-score";

const CHOICES = ["red", "yellow", "green"] as const;

type Props = { workspace: string; account: string; computed: Band; isSet: boolean };

/** Sets another band than the score's, with a reason, for a while. */
export function OverrideForm({ workspace, account, computed, isSet }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const band = CHOICES.find((choice) => choice === form.get("band")) ?? "yellow";
    start(async () => {
      const answer = await setOverrideAction({
        workspace,
        account,
        band,
        reason: String(form.get("reason") ?? ""),
        days: Number(form.get("days")),
      });
      setFault(answer.ok ? undefined : answer.message);
      if (!answer.ok) return;
      toast.success(`${BAND_WORDS[band]} is set. The score stays beside it.`);
      setOpen(false);
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">{isSet ? "Set another band" : "Set the band by hand"}</Button>}
      title="Set the band by hand"
      description="For what the numbers cannot know. It ends by itself, and the computed score stays beside it."
    >
      <form onSubmit={save} className="grid gap-4">
        {fault ? <Notice tone="bad">{fault}</Notice> : null}
        <Field label="Band" hint={`The score says ${BAND_WORDS[computed]}.`}>
          <NativeSelect
            name="band"
            defaultValue={computed === "yellow" ? "red" : "yellow"}
            options={CHOICES.map((value) => ({ value, label: BAND_WORDS[value] }))}
          />
        </Field>
        <Field label="Why">
          <Input name="reason" required minLength={3} maxLength={500} autoComplete="off" />
        </Field>
        <Field label="For how many days" hint={`Today is the first; ${OVERRIDE_DAYS.most} at most.`}>
          <Input
            name="days"
            type="number"
            required
            min={1}
            max={OVERRIDE_DAYS.most}
            step={1}
            defaultValue={OVERRIDE_DAYS.usual}
            className="figures max-w-28"
          />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" look="primary" disabled={busy}>
            {busy ? "Saving…" : "Set it"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
