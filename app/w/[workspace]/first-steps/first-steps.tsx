import { Check } from "lucide-react";
import { HideSteps } from "@/app/w/[workspace]/first-steps/hide-steps";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { FirstStep } from "@/lib/workspaces/first-steps";
import type { FirstStepsView } from "@/lib/workspaces/loaders";

/** From an empty workspace to numbers and a team: what is done, and the one place that does what comes next. */
export function FirstSteps({ view: { workspace, steps, isDone, isHidden, mayHide } }: { view: FirstStepsView }) {
  const next = steps.find((step) => !step.isDone);
  return (
    <div className="mx-auto max-w-3xl pt-6 sm:pt-10">
      <h1 className="headline text-2xl">{isDone ? "Everything is set up" : "What comes next?"}</h1>
      <p className="mt-1.5 mb-6 max-w-prose text-balance text-ink-2">
        {isDone
          ? "Your records are in, the numbers are made of them, and you are not alone."
          : "Two files make your numbers. What is done shows here by itself, for everybody in the workspace."}
      </p>
      <ol className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-sheet">
        {steps.map((step, index) => (
          <Step key={step.id} workspace={workspace} step={step} number={index + 1} isNext={step === next} />
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-sm">
        <p className="text-ink-3">
          <Link href={`/w/${workspace}/settings/sources`} className="underline">
            Templates for every kind of record
          </Link>
          , from tickets to survey answers.
        </p>
        {mayHide && !isHidden && !isDone ? <HideSteps workspace={workspace} /> : null}
      </div>
    </div>
  );
}

function Step({ workspace, step, number, isNext }: { workspace: string; step: FirstStep; number: number; isNext: boolean }) {
  const { title, words, action, path, template, isDone, isMine, isReady } = step;
  return (
    <li className="flex gap-4 px-4 py-4 sm:px-5" aria-current={isNext ? "step" : undefined}>
      <span
        aria-hidden
        className={cx(
          "figures mt-0.5 grid size-6 shrink-0 place-items-center rounded-full font-semibold text-xs",
          isDone ? "bg-accent-wash text-accent" : isNext ? "bg-accent text-accent-ink" : "border border-line-strong text-ink-3",
        )}
      >
        {isDone ? <Check className="size-3.5" /> : number}
      </span>
      <div className="grid min-w-0 grow items-center gap-x-6 gap-y-3 sm:grid-cols-[1fr_auto]">
        <div className="min-w-0">
          <h2 className={cx("text-base", isDone ? "text-ink-2" : "font-semibold")}>
            {title}
            <span className="sr-only">{isDone ? ": done" : ": not done yet"}</span>
          </h2>
          {isDone ? null : <p className="mt-0.5 text-ink-2 text-sm">{words}</p>}
          {isDone || template === null ? null : (
            <p className="mt-1 text-sm">
              <a href={`/w/${workspace}/data/templates/${template}`} download className="text-ink-3 underline">
                Template of {template} (CSV)
              </a>
            </p>
          )}
          {isDone || isMine ? null : <p className="mt-1 text-ink-3 text-sm">{whoMay(step)}</p>}
        </div>
        {isDone || !isMine || !isReady ? null : (
          <Button asChild look={isNext ? "primary" : "secondary"} size="sm" className="justify-self-start">
            <Link href={`/w/${workspace}/${path}`}>{action}</Link>
          </Button>
        )}
      </div>
    </li>
  );
}

function whoMay({ id }: FirstStep): string {
  return id === "team" ? "An owner or admin does this." : "An owner, admin or manager does this.";
}
