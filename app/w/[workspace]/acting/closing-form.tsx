"use client";

import { useState } from "react";
import type { FormProps } from "@/app/w/[workspace]/acting/asked";
import { Form, textIn } from "@/app/w/[workspace]/acting/form";
import { TextArea } from "@/app/w/[workspace]/acting/text-area";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { closeTaskAction } from "@/lib/tasks/actions";
import type { ShownTask } from "@/lib/tasks/data";
import type { Closing } from "@/lib/tasks/schema";

/** Done or dropped, and what came of it. */
export function ClosingForm({ setting, task, onCancel, onDone }: FormProps & { task: Pick<ShownTask, "id" | "version"> }) {
  const [as, setAs] = useState<Closing["as"]>("done");
  return (
    <Form
      words={as === "done" ? "Done" : "Drop it"}
      onCancel={onCancel}
      onSaved={() => onDone(as === "done" ? "The task is done." : "The task is dropped.")}
      save={(typed) =>
        closeTaskAction({ workspace: setting.workspace, id: task.id, version: task.version, as, outcome: textIn(typed, "outcome") })
      }
    >
      <Segmented
        label="How it ended"
        value={as}
        onChange={setAs}
        className="justify-self-start"
        options={[
          { value: "done", label: "Done" },
          { value: "dropped", label: "Dropped" },
        ]}
      />
      <Field label="What came of it" hint="It stays in the account's timeline">
        <TextArea name="outcome" autoFocus maxLength={2_000} />
      </Field>
    </Form>
  );
}
