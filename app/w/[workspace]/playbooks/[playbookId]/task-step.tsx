"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { Choices } from "@/lib/playbooks/data";
import type { Step } from "@/lib/playbooks/schema";
import { TASK_REASONS, TASK_TYPES } from "@/lib/tasks/choices";
import { REASON_WORDS, TYPE_WORDS } from "@/lib/tasks/rules";

type Task = Extract<Step, { does: "task" }>;

const TYPES = TASK_TYPES.map((type) => ({ value: type, label: TYPE_WORDS[type] }));
const REASONS = TASK_REASONS.map((reason) => ({ value: reason, label: REASON_WORDS[reason] }));

export function TaskStep({ step, choices, onChange }: { step: Task; choices: Choices; onChange: (step: Task) => void }) {
  const whose = [
    { value: "owner", label: "The account's owner" },
    { value: "manager", label: "The owner's manager" },
    ...choices.members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="grid gap-3">
      <Field label="What is to be done">
        <Input value={step.title} maxLength={200} required onChange={(event) => onChange({ ...step, title: event.target.value })} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Field label="By whom">
          <NativeSelect value={step.owner} onChange={(event) => onChange({ ...step, owner: event.target.value })} options={whose} />
        </Field>
        <Field label="Due in days">
          <Input
            type="number"
            min={0}
            max={365}
            value={step.dueIn}
            onChange={(event) => onChange({ ...step, dueIn: Math.round(Number(event.target.value)) })}
          />
        </Field>
        <Field label="Type">
          <NativeSelect
            value={step.type}
            onChange={(event) => onChange({ ...step, type: TASK_TYPES.find((type) => type === event.target.value) ?? step.type })}
            options={TYPES}
          />
        </Field>
        <Field label="Reason">
          <NativeSelect
            value={step.reason}
            onChange={(event) => onChange({ ...step, reason: TASK_REASONS.find((reason) => reason === event.target.value) ?? step.reason })}
            options={REASONS}
          />
        </Field>
      </div>
      <Field label="Details">
        <Input value={step.detail} maxLength={5000} onChange={(event) => onChange({ ...step, detail: event.target.value })} />
      </Field>
    </div>
  );
}
