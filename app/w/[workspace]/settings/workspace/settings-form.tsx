"use client";

import { SaveForm } from "@/app/w/[workspace]/settings/save-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { changeSettingsAction } from "@/lib/workspaces/actions";
import type { WorkspaceView } from "@/lib/workspaces/loaders";
import { SETTINGS, type SettingFace } from "@/lib/workspaces/setting-faces";

const FACES: Readonly<Record<string, SettingFace>> = SETTINGS;

export function SettingsForm({ view: { workspace, settings, mayChange } }: { view: WorkspaceView }) {
  const held: Record<string, string | number | null> = settings;

  function save(form: FormData) {
    const texts = Object.fromEntries([...form.entries()].map(([key, value]) => [key, String(value).trim() || "none"]));
    const changed = Object.fromEntries(Object.entries(texts).filter(([key, text]) => text !== String(held[key] ?? "none")));
    return changeSettingsAction({ workspace: workspace.slug, settings: changed });
  }

  return (
    <SaveForm save={save} saved="Saved. The numbers are being counted anew." mayChange={mayChange}>
      <div className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-2">
        {Object.entries(FACES).map(([key, face]) => (
          <Setting key={key} name={key} face={face} value={String(held[key] ?? "")} disabled={!mayChange} />
        ))}
      </div>
    </SaveForm>
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
