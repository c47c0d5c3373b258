"use client";

import { useState } from "react";
import type { Asked, FormProps } from "@/app/w/[workspace]/acting/asked";
import { Form, textIn } from "@/app/w/[workspace]/acting/form";
import { TextArea } from "@/app/w/[workspace]/acting/text-area";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { setPulseAction } from "@/lib/touchpoints/actions";
import { PULSE_WORDS } from "@/lib/touchpoints/rules";

const STEPS = ["1", "2", "3", "4", "5"] as const;

/** A pulse from 1 to 5 with a note; it counts in the account's health for 90 days. */
export function PulseForm({ setting, account, pulse, onCancel, onDone }: FormProps & Omit<Extract<Asked, { what: "pulse" }>, "what">) {
  const [rating, setRating] = useState<(typeof STEPS)[number]>(STEPS.find((step) => step === String(pulse?.rating)) ?? "3");
  return (
    <Form
      onCancel={onCancel}
      onSaved={() => onDone("Your pulse is kept; the account's health follows in a moment.")}
      save={(typed) =>
        setPulseAction({
          workspace: setting.workspace,
          account: account.id,
          pulse: { rating: Number(rating), note: textIn(typed, "note") },
        })
      }
    >
      <div className="grid gap-1.5">
        <Segmented
          label="Pulse, 1 to 5"
          value={rating}
          onChange={setRating}
          className="justify-self-start"
          options={STEPS.map((value) => ({ value, label: `${value} ${PULSE_WORDS[Number(value)]}` }))}
        />
        <p className="text-ink-3 text-xs">It counts in their health for 90 days, then it is stale.</p>
      </div>
      <Field label="What makes you feel so">
        <TextArea name="note" autoFocus maxLength={2_000} />
      </Field>
    </Form>
  );
}
