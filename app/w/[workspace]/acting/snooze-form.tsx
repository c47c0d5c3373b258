"use client";

import type { Asked, FormProps } from "@/app/w/[workspace]/acting/asked";
import { Form, textIn } from "@/app/w/[workspace]/acting/form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addDays } from "@/lib/kernel/period";
import { describeDay } from "@/lib/kernel/period-words";
import { snoozeAccountAction } from "@/lib/signals/queue/actions";
import { snoozeTaskAction } from "@/lib/tasks/actions";

type Subject = Extract<Asked, { what: "snooze-task" | "snooze-account" }>;

const WEEK_DAYS = 7;
const YEAR_DAYS = 365;

/** Until when, and why. */
export function SnoozeForm({ setting: { workspace, today }, subject, onCancel, onDone }: FormProps & { subject: Subject }) {
  async function save(typed: FormData) {
    const [until, why] = [textIn(typed, "until"), textIn(typed, "why")];
    const answer = await (subject.what === "snooze-account"
      ? snoozeAccountAction({ workspace, account: subject.account.id, until, why })
      : snoozeTaskAction({ workspace, id: subject.task.id, version: subject.task.version, until, why }));
    return answer.ok ? { ...answer, data: until } : answer;
  }
  return (
    <Form words="Put away" save={save} onCancel={onCancel} onSaved={(until) => onDone(`Put away until ${describeDay(until)}.`)}>
      {subject.what === "snooze-account" ? (
        <p className="text-ink-2 text-sm">
          Its open signals, its band and its tasks that are due leave the queue until then. A new signal brings it back sooner.
        </p>
      ) : null}
      <Field label="Until">
        <Input
          name="until"
          type="date"
          autoFocus
          defaultValue={addDays(today, WEEK_DAYS)}
          min={addDays(today, 1)}
          max={addDays(today, YEAR_DAYS)}
        />
      </Field>
      <Field label="Why it can wait">
        <Input name="why" maxLength={300} />
      </Field>
    </Form>
  );
}
