"use client";

import { type FormEvent, useRef, useState, useTransition } from "react";
import { RecordField } from "@/app/w/[workspace]/accounts/editing/record-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { changeRecordAction, createRecordAction } from "@/lib/imports/hand/actions";
import { faultWords } from "@/lib/imports/hand/fault-words";
import type { OpenField, OpenForm } from "@/lib/imports/hand/open";
import type { Faults } from "@/lib/imports/hand/text";

type Props = {
  workspace: string;
  account: string | null;
  form: OpenForm;
  onCancel: () => void;
  onReopen: () => void;
  /** Whoever closes the form asks first whether anything typed would be lost. */
  onTyped: (isTyped: boolean) => void;
  onSaved: (id: string | null) => void;
  onDelete?: () => void;
};

/** The fields of one record. Only what was changed is sent, so that what was not keeps its seconds and its digits. */
export function RecordForm({ workspace, account, form, onCancel, onReopen, onTyped, onSaved, onDelete }: Props) {
  const element = useRef<HTMLFormElement>(null);
  const [busy, start] = useTransition();
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState<string>();
  const { kind, id, version, fields } = form;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = typedIn(new FormData(event.currentTarget), fields, { all: id === null });
    start(async () => {
      const answer =
        id === null
          ? await createRecordAction({ workspace, kind, account, values })
          : await changeRecordAction({ workspace, kind, id, version, values });
      setRefusal(answer.ok ? undefined : answer.message);
      if (!answer.ok) return;
      if (answer.data.saved) return onSaved(answer.data.id);
      const found = answer.data.faults;
      setFaults(found);
      const first = fields.find(({ name }) => name in found);
      if (first) element.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
    });
  }

  const elsewhere = Object.keys(faults).filter((name) => fields.every((field) => field.name !== name));
  return (
    <form
      ref={element}
      onSubmit={submit}
      onChange={({ currentTarget }) => onTyped(Object.keys(typedIn(new FormData(currentTarget), fields, { all: false })).length > 0)}
      noValidate
      className="grid gap-4"
    >
      <div className="grid items-start gap-x-4 gap-y-3.5 sm:grid-cols-2">
        {fields.map((field) => (
          <RecordField key={field.name} field={field} fault={faults[field.name]} />
        ))}
      </div>
      {elsewhere.map((name) => (
        <Notice key={name} tone="bad">
          {name}: {faultWords(faults[name] ?? "unknown-value")}
        </Notice>
      ))}
      {refusal ? (
        <Notice tone="bad">
          {refusal}{" "}
          {id === null ? null : (
            <button type="button" className="underline" onClick={onReopen}>
              Open it again
            </button>
          )}
        </Notice>
      ) : null}
      <div className="-mx-5 -mb-5 sticky bottom-[-1.25rem] flex flex-wrap items-center gap-2 border-line border-t bg-sheet px-5 py-3">
        {onDelete ? (
          <Button look="danger" className="mr-auto" onClick={onDelete}>
            Delete…
          </Button>
        ) : null}
        <Button className={onDelete ? "" : "ml-auto"} onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" look="primary" disabled={busy}>
          Save
        </Button>
      </div>
    </form>
  );
}

function typedIn(data: FormData, fields: readonly OpenField[], { all }: { all: boolean }): Record<string, string> {
  const texts = fields.map(({ name, input, text }) => {
    const typed = input === "flag" ? String(data.has(name)) : String(data.get(name) ?? "");
    return { name, typed, changed: typed !== (input === "flag" && text === "" ? "false" : text) };
  });
  return Object.fromEntries(texts.filter(({ changed }) => all || changed).map(({ name, typed }) => [name, typed]));
}
