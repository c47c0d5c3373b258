import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { addDays } from "@/lib/kernel/period";
import { FIRST_VALUE } from "@/lib/plans/rules";
import type { StepFields } from "@/lib/plans/schema";
import { milestoneWords } from "@/lib/usage/rules";

export type DraftStep = { key: string; step: StepFields };

type Props = { steps: readonly DraftStep[]; today: string; onChange: (steps: DraftStep[]) => void };

const KINDS = [FIRST_VALUE, "kick_off", "go_live"];

/** The steps of a plan as they are typed; they are kept in the order of their expected days. */
export function StepRows({ steps, today, onChange }: Props) {
  const change = (key: string, changed: Partial<StepFields>) =>
    onChange(steps.map((each) => (each.key === key ? { key, step: { ...each.step, ...changed } } : each)));
  const last = steps.at(-1)?.step.latestOn ?? today;
  const added = { id: null, name: "", kind: null, expectedOn: addDays(last, 14), latestOn: addDays(last, 28) };
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1.5 font-medium text-sm">Steps</legend>
      {steps.map(({ key, step }, place) => {
        const label = (what: string) => `${what} of step ${place + 1}`;
        return (
          <div
            key={key}
            className="grid grid-cols-2 items-center gap-1.5 rounded-md bg-sunk/60 p-2 sm:grid-cols-[1fr_8.5rem_8.5rem_8rem_2rem] sm:bg-transparent sm:p-0"
          >
            <Input
              aria-label={label("Name")}
              placeholder="What is reached"
              required
              maxLength={200}
              value={step.name}
              onChange={({ target }) => change(key, { name: target.value })}
              className="max-sm:col-span-2"
            />
            <Input
              type="date"
              required
              aria-label={label("Expected day")}
              value={step.expectedOn}
              onChange={({ target }) => change(key, { expectedOn: target.value })}
            />
            <Input
              type="date"
              required
              min={step.expectedOn}
              aria-label={label("Latest day")}
              value={step.latestOn}
              onChange={({ target }) => change(key, { latestOn: target.value })}
            />
            <NativeSelect
              aria-label={label("Milestone")}
              value={step.kind ?? ""}
              onChange={({ target }) => change(key, { kind: target.value || null })}
              options={[
                { value: "", label: "By hand" },
                ...[...new Set([...KINDS, ...(step.kind === null ? [] : [step.kind])])].map((kind) => ({
                  value: kind,
                  label: milestoneWords(kind),
                })),
              ]}
            />
            <Button
              look="quiet"
              size="icon"
              aria-label={`Remove step ${place + 1}`}
              className="justify-self-end"
              disabled={steps.length === 1}
              onClick={() => onChange(steps.filter((each) => each.key !== key))}
            >
              <X aria-hidden className="size-4" />
            </Button>
          </div>
        );
      })}
      <p className="text-ink-3 text-xs">
        Behind after the first day, stuck after the second. A milestone of the kind named reaches a step by itself; the others are ticked by
        hand.
      </p>
      <Button
        size="sm"
        look="quiet"
        className="justify-self-start"
        onClick={() => onChange([...steps, { key: crypto.randomUUID(), step: added }])}
      >
        <Plus aria-hidden className="size-3.5" /> Add a step
      </Button>
    </fieldset>
  );
}
