"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { Endpoint } from "@/app/w/[workspace]/settings/webhooks/endpoint";
import { SecretOnce } from "@/app/w/[workspace]/settings/webhooks/secret-once";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { createEndpointAction } from "@/lib/outbox/actions";
import type { WebhooksView } from "@/lib/outbox/loaders";

export function Endpoints({ view }: { view: WebhooksView }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();
  const [shown, setShown] = useState<{ name: string; secret: string }>();

  function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const name = String(given.get("name"));
    start(async () => {
      const answer = await createEndpointAction({ workspace: view.workspace, name, url: String(given.get("url")) });
      setFault(answer.ok ? undefined : answer.message);
      if (answer.ok) {
        form.reset();
        setShown({ name, secret: answer.data.secret });
      }
      router.refresh();
    });
  }

  return (
    <div className="grid gap-4">
      {view.endpoints.length > 0 ? (
        <ul aria-label="Endpoints" className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {view.endpoints.map((endpoint) => (
            <Endpoint key={endpoint.id} endpoint={endpoint} view={view} onSecret={(secret) => setShown({ name: endpoint.name, secret })} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-2 text-sm">No endpoint yet.{view.mayChange ? "" : " An owner or admin can add one."}</p>
      )}
      {shown ? <SecretOnce {...shown} /> : null}
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      {view.mayChange ? (
        <form onSubmit={create} className="grid items-end gap-3 sm:grid-cols-[10rem_1fr_auto]">
          <Field label="Name">
            <Input name="name" required maxLength={80} placeholder="Team chat" />
          </Field>
          <Field label="Address">
            <Input name="url" type="url" required maxLength={2000} placeholder="https://hooks.example.com/bellwether" />
          </Field>
          <Button type="submit" look="primary" disabled={busy}>
            Add
          </Button>
        </form>
      ) : null}
    </div>
  );
}
