"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import type { Choices } from "@/lib/playbooks/data";
import type { Definition, Trigger } from "@/lib/playbooks/schema";

type Named = { readonly id: string; readonly name: string };
type Props = { draft: Definition; choices: Choices; signals: readonly Named[]; onChange: (part: Partial<Definition>) => void };

const KINDS = [
  { value: "signal", label: "a signal opens" },
  { value: "band", label: "the health changes to" },
  { value: "renewal", label: "a renewal is so many days away" },
  { value: "stage", label: "a stage is entered" },
  { value: "late", label: "something is late" },
];

const SCORED = ["green", "yellow", "red"] as const;

/** What sets it off, and for which accounts. */
export function TriggerForm({ draft, choices, signals, onChange }: Props) {
  const { trigger, filter } = draft;
  const only = (name: "segment" | "plan", values: readonly string[]) => (
    <Field label={`Only ${name}`}>
      <NativeSelect
        value={filter[name] ?? ""}
        onChange={(event) => onChange({ filter: { ...filter, [name]: event.target.value || null } })}
        options={[{ value: "", label: "every one" }, ...new Set([...values, ...(filter[name] === null ? [] : [filter[name]])])]}
      />
    </Field>
  );
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Field label="When">
        <NativeSelect
          value={trigger.on}
          onChange={(event) => onChange({ trigger: firstOf(event.target.value, signals, choices) })}
          options={KINDS}
        />
      </Field>
      <Particular trigger={trigger} signals={signals} onChange={(changed) => onChange({ trigger: changed })} />
      {only("segment", choices.segments)}
      {only("plan", choices.plans)}
    </div>
  );
}

function Particular({ trigger, signals, onChange }: { trigger: Trigger; signals: readonly Named[]; onChange: (trigger: Trigger) => void }) {
  switch (trigger.on) {
    case "signal":
      return (
        <Field label="Which signal">
          <NativeSelect
            value={trigger.kind}
            onChange={(event) => onChange({ ...trigger, kind: event.target.value })}
            options={signals.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      );
    case "band":
      return (
        <Field label="Which band">
          <NativeSelect
            value={trigger.band}
            onChange={(event) => onChange({ on: "band", band: SCORED.find((band) => band === event.target.value) ?? trigger.band })}
            options={SCORED.map((band) => ({ value: band, label: BAND_WORDS[band] }))}
          />
        </Field>
      );
    case "renewal":
      return (
        <Field label="Days before">
          <Input
            type="number"
            min={1}
            max={365}
            value={trigger.days}
            onChange={(event) => onChange({ ...trigger, days: Math.round(Number(event.target.value)) })}
          />
        </Field>
      );
    case "stage":
      return (
        <Field label="Which stage">
          <Input value={trigger.stage} maxLength={120} onChange={(event) => onChange({ ...trigger, stage: event.target.value })} />
        </Field>
      );
    case "late":
      return (
        <Field label="What">
          <NativeSelect
            value={trigger.what}
            onChange={(event) => onChange({ on: "late", what: event.target.value === "plan-step" ? "plan-step" : "first-value" })}
            options={[
              { value: "first-value", label: "the first value" },
              { value: "plan-step", label: "a step of a success plan" },
            ]}
          />
        </Field>
      );
  }
}

function firstOf(on: string, signals: readonly Named[], { stages }: Choices): Trigger {
  if (on === "signal") return { on, kind: signals[0]?.id ?? "" };
  if (on === "renewal") return { on, days: 90 };
  if (on === "stage") return { on, stage: stages[0] ?? "" };
  if (on === "late") return { on, what: "first-value" };
  return { on: "band", band: "red" };
}
