"use client";

import { SaveForm } from "@/app/w/[workspace]/settings/save-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { changeWorkspaceAction } from "@/lib/workspaces/actions";
import type { WorkspaceView } from "@/lib/workspaces/loaders";

export function IdentityForm({ view: { workspace, isFixed, mayChange, currencies, timeZones } }: { view: WorkspaceView }) {
  function save(form: FormData) {
    const text = (key: string, fallback: string) => String(form.get(key) ?? fallback);
    return changeWorkspaceAction({
      workspace: workspace.slug,
      name: text("name", workspace.name),
      currency: text("currency", workspace.currency),
      timeZone: text("timeZone", workspace.timeZone),
    });
  }

  return (
    <SaveForm save={save} saved="The workspace is saved." mayChange={mayChange}>
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
    </SaveForm>
  );
}
