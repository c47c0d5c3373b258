"use client";

import type { Asked, FormProps } from "@/app/w/[workspace]/acting/asked";
import { Form, textIn } from "@/app/w/[workspace]/acting/form";
import { TextArea } from "@/app/w/[workspace]/acting/text-area";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { addDays } from "@/lib/kernel/period";
import { changeTaskAction, createTaskAction } from "@/lib/tasks/actions";
import { TASK_REASONS, TASK_TYPES, type TaskReason, type TaskType } from "@/lib/tasks/choices";
import { REASON_WORDS, TYPE_WORDS } from "@/lib/tasks/rules";

type Subject = Extract<Asked, { what: "task" | "change-task" }>;

const SOON_DAYS = 3;

/** What is to be done, why, by when and by whom. Of one account, type and reason there is one open task. */
export function TaskForm({ setting, subject, onCancel, onDone }: FormProps & { subject: Subject }) {
  const { workspace, members, me, today } = setting;
  const known = subject.what === "change-task" ? subject.task : null;
  const suggested = subject.what === "task" ? subject.suggestion : undefined;

  async function save(typed: FormData) {
    const fields = {
      workspace,
      title: textIn(typed, "title"),
      type: textIn(typed, "type") as TaskType, // of the choices below
      reason: textIn(typed, "reason") as TaskReason,
      dueOn: textIn(typed, "dueOn"),
      owner: textIn(typed, "owner") || null,
      detail: textIn(typed, "detail"),
    };
    const answer = await (subject.what === "task"
      ? createTaskAction({ ...fields, account: subject.account?.id ?? null })
      : changeTaskAction({ ...fields, id: subject.task.id, version: subject.task.version }));
    return answer.ok ? { ...answer, data: { known: answer.data?.known ?? false } } : answer;
  }

  return (
    <Form
      save={save}
      onCancel={onCancel}
      onSaved={(made) =>
        onDone(made.known ? "There was an open task for this reason already; it now says what you wrote." : "The task is saved.")
      }
    >
      <Field label="What is to be done">
        <Input name="title" autoFocus maxLength={200} defaultValue={known?.title ?? suggested?.title ?? ""} />
      </Field>
      <div className="grid items-start gap-x-4 gap-y-3.5 sm:grid-cols-2">
        <Field label="Why">
          <NativeSelect
            name="reason"
            defaultValue={known?.reason ?? suggested?.reason ?? "other"}
            options={TASK_REASONS.map((value) => ({ value, label: REASON_WORDS[value] }))}
          />
        </Field>
        <Field label="Type">
          <NativeSelect
            name="type"
            defaultValue={known?.type ?? suggested?.type ?? "follow-up"}
            options={TASK_TYPES.map((value) => ({ value, label: TYPE_WORDS[value] }))}
          />
        </Field>
        <Field label="Due">
          <Input name="dueOn" type="date" defaultValue={known?.dueOn ?? addDays(today, SOON_DAYS)} />
        </Field>
        <Field label="Whose">
          <NativeSelect
            name="owner"
            defaultValue={known ? (known.owner?.id ?? "") : me}
            options={[{ value: "", label: "Nobody's yet" }, ...members.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        </Field>
      </div>
      <Field label="Details" hint="What was promised, what makes it done">
        <TextArea name="detail" maxLength={5_000} defaultValue={known?.detail ?? ""} />
      </Field>
    </Form>
  );
}
