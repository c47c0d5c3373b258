"use client";

import { useState } from "react";
import type { Asked, FormProps } from "@/app/w/[workspace]/acting/asked";
import { Form, textIn } from "@/app/w/[workspace]/acting/form";
import { MentionArea } from "@/app/w/[workspace]/acting/mention-area";
import { TouchDeletion } from "@/app/w/[workspace]/acting/touch-deletion";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Segmented } from "@/components/ui/segmented";
import { localText } from "@/lib/kernel/zone";
import { changeTouchAction, logTouchAction } from "@/lib/touchpoints/actions";
import { TOUCH_TYPES, type TouchType } from "@/lib/touchpoints/choices";
import { mentionedIn, TOUCH_WORDS } from "@/lib/touchpoints/rules";

type Subject = Extract<Asked, { what: "touch" | "change-touch" }>;

/** A call, a mail, a meeting or a note; whoever is named after an @ is told. */
export function TouchForm({ setting, subject, onCancel, onDone }: FormProps & { subject: Subject }) {
  const { workspace, members, contacts = [], asOf, timeZone } = setting;
  const known = subject.what === "change-touch" ? subject.touch : null;
  const [type, setType] = useState<TouchType>(subject.what === "touch" ? subject.type : subject.touch.type);
  const isNote = type === "note";

  async function save(typed: FormData) {
    const text = textIn(typed, "text");
    const minutes = textIn(typed, "minutes");
    const touch = {
      type,
      twoWay: !isNote && typed.has("twoWay"),
      at: textIn(typed, "at"),
      text,
      contact: textIn(typed, "contact") || null,
      minutes: minutes === "" ? null : Number(minutes),
      mentions: mentionedIn(text, members),
    };
    const answer = await (known
      ? changeTouchAction({ workspace, id: known.id, version: known.version, touch })
      : logTouchAction({ workspace, account: subject.account.id, touch }));
    return answer.ok ? { ...answer, data: touch.mentions.length } : answer;
  }

  return (
    <Form
      save={save}
      onCancel={onCancel}
      onSaved={(told) => onDone(`${TOUCH_WORDS[type]} kept${told > 0 ? "; whoever you mention is told" : ""}.`)}
      aside={known ? <TouchDeletion workspace={workspace} touch={known} onDone={onDone} /> : undefined}
    >
      <Segmented
        label="Type"
        value={type}
        onChange={setType}
        className="justify-self-start"
        options={TOUCH_TYPES.map((value) => ({ value, label: TOUCH_WORDS[value] }))}
      />
      <Field label={isNote ? "Note" : "What was said"} hint="@ and a name tells that person">
        <MentionArea name="text" members={members} defaultValue={known?.text ?? ""} />
      </Field>
      <div className="grid items-start gap-x-4 gap-y-3.5 sm:grid-cols-2">
        <Field label="When">
          <Input name="at" type="datetime-local" defaultValue={known?.at ?? localText(new Date(asOf), timeZone).slice(0, 16)} />
        </Field>
        {contacts.length > 0 ? (
          <Field label="With">
            <NativeSelect
              name="contact"
              defaultValue={known?.contact ?? ""}
              options={[{ value: "", label: "Nobody in particular" }, ...contacts.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          </Field>
        ) : null}
        {isNote ? null : (
          <Field label="Minutes">
            <Input name="minutes" type="number" min={0} max={1440} defaultValue={known?.minutes ?? ""} />
          </Field>
        )}
      </div>
      {isNote ? null : (
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" name="twoWay" defaultChecked={known?.twoWay ?? type !== "mail"} className="size-4 accent-(--accent)" />
          They answered or took part: it counts as a two-way touch
        </label>
      )}
    </Form>
  );
}
