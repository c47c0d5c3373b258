"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { changeWorkspaceAction } from "@/lib/workspaces/actions";
import type { WorkspaceView } from "@/lib/workspaces/loaders";

export function IdentityForm({ view: { workspace, isFixed, mayChange, currencies, timeZones } }: { view: WorkspaceView }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (key: string, fallback: string) => String(form.get(key) ?? fallback);
    start(async () => {
      const answer = await changeWorkspaceAction({
        workspace: workspace.slug,
        name: text("name", workspace.name),
        currency: text("currency", workspace.currency),
        timeZone: text("timeZone", workspace.timeZone),
      });
      setFault(answer.ok ? undefined : answer.message);
      if (answer.ok) toast.success("The workspace is saved.");
      router.refresh();
    });
  }

  return (
    <form onSubmit={save} className="grid gap-5">
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Name">
          <Input name="name" defaultValue={workspace.name} required maxLength={80} disabled={!mayChange} />
        </Field>
        <Field label="Address">
          <Input value={`/w/${workspace.slug}`} readOnly disabled />
        </Field>
        <Field label="Currency">
          <NativeSelect name="currency" defaultValue={workspace.currency} options={currencies} disabled={isFixed || !mayChange} />
        </Field>
        <Field label="Time zone">
          <NativeSelect name="timeZone" defaultValue={workspace.timeZone} options={timeZones} disabled={isFixed || !mayChange} />
        </Field>
      </div>
      {mayChange ? (
        <div>
          <Button type="submit" disabled={busy}>
            Save
          </Button>
        </div>
      ) : null}
    </form>
  );
}
