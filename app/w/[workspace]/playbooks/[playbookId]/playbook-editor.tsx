"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { StepForm } from "@/app/w/[workspace]/playbooks/[playbookId]/step-form";
import { newStep, STEP_WORDS } from "@/app/w/[workspace]/playbooks/[playbookId]/step-words";
import { TriggerForm } from "@/app/w/[workspace]/playbooks/[playbookId]/trigger-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import type { ActionResult } from "@/lib/platform/failure";
import {
  previewPlaybookAction,
  publishPlaybookAction,
  removePlaybookAction,
  savePlaybookAction,
  turnOffPlaybookAction,
} from "@/lib/playbooks/actions";
import type { PlaybookView } from "@/lib/playbooks/loaders";
import type { Definition, Step } from "@/lib/playbooks/schema";

/** The draft. What is live stays as it is until the draft is published. */
export function PlaybookEditor({ view }: { view: PlaybookView }) {
  const { workspace, playbook, choices, signals } = view;
  const router = useRouter();
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();
  const [name, setName] = useState(playbook.name);
  const [draft, setDraft] = useState<Definition>(playbook.draft);
  const [preview, setPreview] = useState<{ days: number; times: number; accounts: number }>();
  const opened = { workspace, id: playbook.id, version: playbook.version };
  const isSaved = name === playbook.name && JSON.stringify(draft) === JSON.stringify(playbook.draft);

  function run<Data>(act: () => Promise<ActionResult<Data>>, then: (data: Data) => void) {
    start(async () => {
      const answer = await act();
      setFault(answer.ok ? undefined : answer.message);
      if (answer.ok) then(answer.data);
      router.refresh();
    });
  }

  function change(part: Partial<Definition>) {
    setPreview(undefined);
    setDraft({ ...draft, ...part });
  }

  const changeStep = (place: number, step: Step) => change({ steps: draft.steps.map((each, at) => (at === place ? step : each)) });
  const moveStep = (place: number, by: -1 | 1) => {
    const [step] = draft.steps.slice(place, place + 1);
    const rest = draft.steps.filter((_, at) => at !== place);
    if (step) change({ steps: [...rest.slice(0, place + by), step, ...rest.slice(place + by)] });
  };

  return (
    <Sheet
      title="The draft"
      note={playbook.status === "live" ? "What is live stays as it is until you publish this." : "Nothing happens until you publish it."}
    >
      <div className="grid gap-6">
        {fault ? <Notice tone="bad">{fault}</Notice> : null}
        <Field label="Name">
          <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={120} />
        </Field>
        <TriggerForm draft={draft} choices={choices} signals={signals} onChange={change} />
        <div className="grid gap-3">
          <h3 className="font-medium text-sm">Then</h3>
          <ol className="grid gap-3">
            {draft.steps.map((step, place) => (
              <StepForm
                key={place}
                place={place}
                last={draft.steps.length - 1}
                step={step}
                choices={choices}
                sendsMail={view.sendsMail}
                onChange={(changed) => changeStep(place, changed)}
                onMove={(by) => moveStep(place, by)}
                onRemove={() => change({ steps: draft.steps.filter((_, at) => at !== place) })}
              />
            ))}
          </ol>
          <div className="flex flex-wrap gap-2">
            {STEP_WORDS.map(({ does, add }) => (
              <Button key={does} size="sm" onClick={() => change({ steps: [...draft.steps, newStep(does, choices)] })}>
                {add}
              </Button>
            ))}
          </div>
        </div>
        <Field
          label="Left alone, in percent"
          hint="So many accounts are held out by chance, so that it can be told whether the playbook helps."
        >
          <Input
            type="number"
            min={0}
            max={50}
            value={draft.holdout}
            onChange={(event) => change({ holdout: Math.round(Number(event.target.value)) })}
            className="figures max-w-28"
          />
        </Field>
        {preview ? (
          <Notice>
            In the last {preview.days} days it would have been set off {preview.times} {preview.times === 1 ? "time" : "times"}, for{" "}
            {preview.accounts} {preview.accounts === 1 ? "account" : "accounts"}. Publishing starts it only for what happens from then on.
          </Notice>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button
            disabled={busy || isSaved}
            onClick={() =>
              run(
                () => savePlaybookAction({ ...opened, name, draft }),
                () => toast.success("The draft is saved."),
              )
            }
          >
            Save the draft
          </Button>
          <Button disabled={busy} onClick={() => run(() => previewPlaybookAction({ workspace, draft }), setPreview)}>
            How often would it run?
          </Button>
          <Button
            look="primary"
            disabled={busy || !isSaved || (playbook.status === "live" && !playbook.isChanged)}
            onClick={() =>
              run(
                () => publishPlaybookAction(opened),
                () => toast.success("It is live."),
              )
            }
          >
            Publish
          </Button>
          {playbook.status === "live" ? (
            <Button
              look="danger"
              disabled={busy}
              onClick={() =>
                run(
                  () => turnOffPlaybookAction(opened),
                  () => toast.success("It is off. Tasks stay open; what waited has stopped."),
                )
              }
            >
              Turn off
            </Button>
          ) : null}
          {view.runs.length === 0 && playbook.status !== "live" ? (
            <Button
              look="danger"
              disabled={busy}
              onClick={() =>
                run(
                  () => removePlaybookAction(opened),
                  () => router.push(`/w/${workspace}/playbooks`),
                )
              }
            >
              Remove
            </Button>
          ) : null}
        </div>
      </div>
    </Sheet>
  );
}
