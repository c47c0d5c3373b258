"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { faultWords } from "@/lib/imports/hand/fault-words";
import type { OpenField } from "@/lib/imports/hand/open";
import type { Reason } from "@/lib/platform/reason";

/** One field of a record, asked for as what it is. */
export function RecordField({ field, fault }: { field: OpenField; fault: Reason | undefined }) {
  const { name, label, hint, input, required, text, choices } = field;
  if (input === "flag")
    return (
      <label className="flex items-start gap-2 text-sm sm:col-span-2">
        <input type="checkbox" name={name} defaultChecked={text === "true"} className="mt-1 size-4 accent-accent" />
        <span className="font-medium">{label}</span>
      </label>
    );
  const told = { label: required ? `${label} (needed)` : label, hint, error: fault ? faultWords(fault) : undefined };
  if (input === "choice") {
    const isListed = choices.some(({ value }) => value === text);
    const options = isListed ? choices : [{ value: text, label: text || "Choose…" }, ...choices];
    return (
      <Field {...told}>
        <NativeSelect name={name} defaultValue={text} options={options} />
      </Field>
    );
  }
  return (
    <Field {...told}>
      <Input name={name} defaultValue={text} aria-required={required} autoComplete="off" maxLength={20_000} {...kindOf(field)} />
    </Field>
  );
}

function kindOf({ input }: OpenField) {
  if (input === "day") return { type: "date" };
  if (input === "minute") return { type: "datetime-local" };
  if (input === "month") return { type: "month", placeholder: "2026-11" };
  if (input === "amount" || input === "number") return { type: "text", inputMode: "decimal" as const, className: "figures" };
  return { type: "text" };
}
