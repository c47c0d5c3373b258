"use client";

import type { Asked, FormProps } from "@/app/w/[workspace]/acting/asked";
import { Form, textIn } from "@/app/w/[workspace]/acting/form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addDays } from "@/lib/kernel/period";
import { describeDay } from "@/lib/kernel/period-words";
import { snoozeSignalAction } from "@/lib/signals/actions";
import { snoozeAccountAction } from "@/lib/signals/queue/actions";
import { snoozeTaskAction } from "@/lib/tasks/actions";

type Subject = Extract<Asked, { what: "snooze-task" | "snooze-signal" | "snooze-account" }>;

const WEEK_DAYS = 7;
const YEAR_DAYS = 365;

/** Until when, and why. */
export function SnoozeForm({ setting: { workspace, today }, subject, onCancel, onDone }: FormProps & { subject: Subject }) {
  async function save(typed: FormData) {
    const given = { workspace, until: textIn(typed, "until"), why: textIn(typed, "why") };
    const answer = await putAway(subject, given);
    return answer.ok ? { ...answer, data: given.until } : answer;
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

function putAway(subject: Subject, given: { workspace: string; until: string; why: string }) {
  switch (subject.what) {
    case "snooze-task":
      return snoozeTaskAction({ ...given, id: subject.task.id, version: subject.task.version });
    case "snooze-signal":
      return snoozeSignalAction({ ...given, account: subject.account.id, kind: subject.signal.kind, reason: subject.signal.reason });
    case "snooze-account":
      return snoozeAccountAction({ ...given, account: subject.account.id });
  }
}
