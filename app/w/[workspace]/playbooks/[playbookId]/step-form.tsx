"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { STEP_WORDS } from "@/app/w/[workspace]/playbooks/[playbookId]/step-words";
import { TaskStep } from "@/app/w/[workspace]/playbooks/[playbookId]/task-step";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { Choices } from "@/lib/playbooks/data";
import type { Step } from "@/lib/playbooks/schema";

type Props = {
  place: number;
  last: number;
  step: Step;
  choices: Choices;
  sendsMail: boolean;
  onChange: (step: Step) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

const FIELDS = ["stage", "segment", "plan"] as const;

export function StepForm({ place, last, step, choices, sendsMail, onChange, onMove, onRemove }: Props) {
  const name = STEP_WORDS.find(({ does }) => does === step.does)?.name ?? "";
  return (
    <li aria-label={`Step ${place + 1}: ${name}`} className="grid gap-3 rounded-md border border-line p-3.5">
      <div className="flex items-center justify-between gap-2">
        <p className="text-ink-2 text-sm">
          {place + 1}. {name}
        </p>
        <div className="flex">
          <Button look="quiet" size="icon" disabled={place === 0} onClick={() => onMove(-1)} aria-label={`Move step ${place + 1} up`}>
            <ArrowUp aria-hidden className="size-4" />
          </Button>
          <Button look="quiet" size="icon" disabled={place === last} onClick={() => onMove(1)} aria-label={`Move step ${place + 1} down`}>
            <ArrowDown aria-hidden className="size-4" />
          </Button>
          <Button look="quiet" size="icon" disabled={last === 0} onClick={onRemove} aria-label={`Remove step ${place + 1}`}>
            <X aria-hidden className="size-4" />
          </Button>
        </div>
      </div>
      <Fields step={step} choices={choices} sendsMail={sendsMail} onChange={onChange} />
    </li>
  );
}

function Fields({ step, choices, sendsMail, onChange }: Pick<Props, "step" | "choices" | "sendsMail" | "onChange">) {
  switch (step.does) {
    case "task":
      return <TaskStep step={step} choices={choices} onChange={onChange} />;
    case "mail":
      return <MailStep step={step} choices={choices} sendsMail={sendsMail} onChange={onChange} />;
    case "wait":
      return (
        <Field label="Days">
          <Input
            type="number"
            min={1}
            max={365}
            value={step.days}
            onChange={(event) => onChange({ ...step, days: Math.round(Number(event.target.value)) })}
            className="figures max-w-28"
          />
        </Field>
      );
    case "webhook":
      if (choices.endpoints.length === 0)
        return <p className="text-ink-2 text-sm">There is no endpoint yet; add one in the settings, under Webhooks and mail.</p>;
      return (
        <Field label="Endpoint">
          <NativeSelect
            value={step.endpoint}
            onChange={(event) => onChange({ ...step, endpoint: event.target.value })}
            options={choices.endpoints.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      );
    case "set":
      return (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Field">
            <NativeSelect
              value={step.field}
              onChange={(event) => onChange({ ...step, field: FIELDS.find((field) => field === event.target.value) ?? step.field })}
              options={FIELDS}
            />
          </Field>
          <Field label="Value">
            <Input value={step.value} maxLength={120} onChange={(event) => onChange({ ...step, value: event.target.value })} />
          </Field>
        </div>
      );
  }
}

type MailProps = Pick<Props, "choices" | "sendsMail" | "onChange"> & { step: Extract<Step, { does: "mail" }> };

function MailStep({ step, choices, sendsMail, onChange }: MailProps) {
  const whom = [
    { value: "owner", label: "The account's owner" },
    { value: "champion", label: "The champion at the customer's" },
    ...choices.members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-[14rem_1fr]">
        <Field label="To">
          <NativeSelect value={step.to} onChange={(event) => onChange({ ...step, to: event.target.value })} options={whom} />
        </Field>
        <Field label="Subject">
          <Input value={step.subject} maxLength={200} onChange={(event) => onChange({ ...step, subject: event.target.value })} />
        </Field>
      </div>
      <Field
        label="Text"
        hint={`{{account}}, {{owner}}, {{mrr}} and {{reason}} are filled in.${sendsMail ? "" : " Mail is not set up here: it waits in the outbox, and is given up after a day."}`}
      >
        <textarea
          rows={4}
          value={step.text}
          maxLength={10_000}
          onChange={(event) => onChange({ ...step, text: event.target.value })}
          className="w-full rounded-md border border-line-strong bg-sheet px-3 py-2 text-base text-ink"
        />
      </Field>
    </div>
  );
}
