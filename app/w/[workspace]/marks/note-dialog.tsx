"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { Form, textIn } from "@/app/w/[workspace]/acting/form";
import { useBearings } from "@/app/w/[workspace]/bearings";
import { NoteDeletion } from "@/app/w/[workspace]/marks/note-deletion";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { changeAnnotationAction, createAnnotationAction } from "@/lib/annotations/actions";
import type { Mark } from "@/lib/annotations/rules";

type Props = {
  /** The metric on whose trend it is written; null where the trend is of none. */
  metric: { id: string; name: string } | null;
  /** The note that is changed; absent for a new one. */
  mark?: Mark;
  trigger: ReactNode;
};

/** Notes something that happened, or changes what was noted. */
export function NoteDialog({ metric, mark, trigger }: Props) {
  const router = useRouter();
  const { workspace, today } = useBearings();
  const [open, setOpen] = useState(false);
  const note = mark?.note ?? null;

  function done(words: string) {
    setOpen(false);
    toast.success(words);
    router.refresh();
  }

  async function save(typed: FormData) {
    const fields = { workspace, day: textIn(typed, "day"), metric: textIn(typed, "metric") || null, text: textIn(typed, "text") };
    const answer = await (note
      ? changeAnnotationAction({ ...fields, id: note.id, version: note.version })
      : createAnnotationAction(fields));
    return answer.ok ? { ok: true as const, data: undefined } : answer;
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={note ? "Change this note" : "Note what happened"}
      description="A price change, an outage, a launch: whatever explains a bend in the line. It stands on the charts of the whole workspace and of every account."
    >
      <Form
        save={save}
        onSaved={() => done(note ? "The note is changed." : "The note stands on the charts.")}
        onCancel={() => setOpen(false)}
        aside={note ? <NoteDeletion note={note} onDone={done} /> : null}
      >
        <Field label="What happened">
          <Input name="text" autoFocus maxLength={200} defaultValue={mark?.words ?? ""} />
        </Field>
        <div className="grid items-start gap-x-4 gap-y-3.5 sm:grid-cols-2">
          <Field label="When">
            <Input name="day" type="date" defaultValue={mark?.day ?? today} />
          </Field>
          {metric ? (
            <Field label="Where it is shown">
              <NativeSelect
                name="metric"
                defaultValue={mark && mark.of !== "all" ? metric.id : ""}
                options={[
                  { value: "", label: "On every trend" },
                  { value: metric.id, label: `${metric.name} alone` },
                ]}
              />
            </Field>
          ) : null}
        </div>
      </Form>
    </Dialog>
  );
}
