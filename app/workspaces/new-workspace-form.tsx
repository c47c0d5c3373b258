"use client";

import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { createWorkspaceAction } from "@/lib/workspaces/actions";
import { slugOf } from "@/lib/workspaces/rules";

export function NewWorkspaceForm({ currencies, timeZones }: { currencies: readonly string[]; timeZones: readonly string[] }) {
  const [name, setName] = useState("");
  const [chosenSlug, setChosenSlug] = useState<string>();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [timeZone, setTimeZone] = useState("UTC");
  const slug = chosenSlug ?? slugOf(name);

  // Where the browser is can only be known there: the page comes from the server with UTC.
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (timeZones.includes(own)) setTimeZone(own);
  }, [timeZones]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const answer = await createWorkspaceAction({
      name,
      slug,
      currency: String(form.get("currency")),
      timeZone,
    });
    if (answer.ok) return window.location.assign(`/w/${answer.data.slug}/overview`);
    setFault(answer.message);
    setBusy(false);
  }

  return (
    <form onSubmit={submit} className="grid gap-5 border-line border-t pt-8">
      <div>
        <h2 className="headline text-xl">A new workspace</h2>
        <p className="mt-1 text-ink-2 text-sm">
          For one company's customers. You become its owner; the currency and the time zone are fixed once there are records.
        </p>
      </div>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field label="Name">
          <Input value={name} onChange={(event) => setName(event.target.value)} required maxLength={80} placeholder="Acme" />
        </Field>
        <Field label="Address" hint={`/w/${slug || "…"}`}>
          <Input
            value={slug}
            onChange={(event) => setChosenSlug(event.target.value)}
            required
            maxLength={48}
            pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?"
            spellCheck={false}
          />
        </Field>
        <Field label="Currency">
          <NativeSelect name="currency" defaultValue="USD" options={currencies} />
        </Field>
        <Field label="Time zone">
          <NativeSelect value={timeZone} onChange={(event) => setTimeZone(event.target.value)} options={timeZones} />
        </Field>
      </div>
      <div>
        <Button type="submit" look="primary" disabled={busy || name.trim() === ""}>
          {busy ? "Making it…" : "Make the workspace"}
        </Button>
      </div>
    </form>
  );
}
