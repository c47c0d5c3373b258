"use client";

import { SaveForm } from "@/app/w/[workspace]/settings/save-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { changeSignalAction } from "@/lib/signals/actions";
import type { SignalFace, Threshold, Thresholds } from "@/lib/signals/signal";

type Props = { workspace: string; face: SignalFace; enabled: boolean; thresholds: Thresholds; mayChange: boolean };

/** A signal's settings, drawn from what its thresholds say of themselves. */
export function SignalForm({ workspace, face, enabled, thresholds, mayChange }: Props) {
  function save(form: FormData) {
    const wanted = Object.fromEntries(face.thresholds.map(({ id, unit }) => [id, Number(form.get(id)) / scaleOf(unit)]));
    return changeSignalAction({ workspace, setting: { kind: face.id, enabled: form.has("enabled"), thresholds: wanted } });
  }

  return (
    <SaveForm save={save} saved={`Saved. “${face.name}” is being looked for anew, in the past too.`} mayChange={mayChange}>
      <label className="flex min-h-6 items-center gap-2.5 font-medium text-sm">
        <input type="checkbox" name="enabled" defaultChecked={enabled} disabled={!mayChange} className="size-4 accent-accent" />
        Raise this signal
      </label>
      <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
        {face.thresholds.map((threshold) => (
          <ThresholdField
            key={threshold.id}
            threshold={threshold}
            value={thresholds[threshold.id] ?? threshold.default}
            disabled={!mayChange}
          />
        ))}
      </div>
    </SaveForm>
  );
}

function ThresholdField({
  threshold: { id, label, unit, min, max, step, default: usual },
  value,
  disabled,
}: {
  threshold: Threshold;
  value: number;
  disabled: boolean;
}) {
  const shown = (figure: number) => Number((figure * scaleOf(unit)).toPrecision(10));
  return (
    <Field label={`${label}${UNIT[unit]}`} hint={`${shown(min)} to ${shown(max)}; usually ${shown(usual)}`}>
      <Input
        type="number"
        name={id}
        min={shown(min)}
        max={shown(max)}
        step={shown(step)}
        required
        defaultValue={shown(value)}
        disabled={disabled}
        className="figures max-w-32"
      />
    </Field>
  );
}

const UNIT: Readonly<Record<Threshold["unit"], string>> = { share: ", in %", chance: ", in %", days: ", in days", count: "" };

function scaleOf(unit: Threshold["unit"]): number {
  return unit === "share" || unit === "chance" ? 100 : 1;
}
