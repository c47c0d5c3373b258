"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { changeEndpointAction } from "@/lib/outbox/actions";
import type { ShownEndpoint } from "@/lib/outbox/data";

export function ChangeEndpoint({ endpoint: { id, version, name, url }, workspace }: { endpoint: ShownEndpoint; workspace: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    start(async () => {
      const answer = await changeEndpointAction({ workspace, id, version, name: String(given.get("name")), url: String(given.get("url")) });
      setFault(answer.ok ? undefined : answer.message);
      if (answer.ok) setOpen(false);
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="sm" aria-label={`Change ${name}`}>
          Change
        </Button>
      }
      title={`Change ${name}`}
      description="The secret stays as it is."
    >
      <form onSubmit={save} className="grid gap-4">
        {fault ? <Notice tone="bad">{fault}</Notice> : null}
        <Field label="Name">
          <Input name="name" defaultValue={name} required maxLength={80} />
        </Field>
        <Field label="Address">
          <Input name="url" type="url" defaultValue={url} required maxLength={2000} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" look="primary" disabled={busy}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
