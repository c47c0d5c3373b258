"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { changeSettingsAction } from "@/lib/workspaces/actions";
import type { WorkspaceView } from "@/lib/workspaces/loaders";
import { SETTINGS, type SettingFace } from "@/lib/workspaces/setting-faces";

const FACES: Readonly<Record<string, SettingFace>> = SETTINGS;

export function SettingsForm({ view: { workspace, settings, mayChange } }: { view: WorkspaceView }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();
  const held: Record<string, string | number | null> = settings;

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const texts = Object.fromEntries([...form.entries()].map(([key, value]) => [key, String(value).trim() || "none"]));
    const changed = Object.fromEntries(Object.entries(texts).filter(([key, text]) => text !== String(held[key] ?? "none")));
    start(async () => {
      const answer = await changeSettingsAction({ workspace: workspace.slug, settings: changed });
      setFault(answer.ok ? undefined : answer.message);
      if (answer.ok) toast.success("Saved. The numbers are being counted anew.");
      router.refresh();
    });
  }

  return (
    <form onSubmit={save} className="grid gap-5">
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <div className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-2">
        {Object.entries(FACES).map(([key, face]) => (
          <Setting key={key} name={key} face={face} value={String(held[key] ?? "")} disabled={!mayChange} />
        ))}
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

function Setting({ name, face, value, disabled }: { name: string; face: SettingFace; value: string; disabled: boolean }) {
  if (face.options) {
    const options = Object.entries(face.options).map(([option, label]) => ({ value: option, label }));
    return (
      <Field label={face.label} hint={face.words}>
        <NativeSelect name={name} defaultValue={value} options={options} disabled={disabled} />
      </Field>
    );
  }
  return (
    <Field label={`${face.label}${face.unit ? `, in ${face.unit}` : ""}`} hint={face.words}>
      <Input name={name} inputMode="decimal" defaultValue={value} placeholder="none" disabled={disabled} className="figures max-w-32" />
    </Field>
  );
}
