import { HideSteps } from "@/app/w/[workspace]/first-steps/hide-steps";
import { Link } from "@/components/ui/link";
import type { FirstStepsView } from "@/lib/workspaces/loaders";

/** What is still to do of the first steps, in one line above the page. */
export function StepsLine({ view: { workspace, steps, mayHide } }: { view: FirstStepsView }) {
  const next = steps.find(({ isDone }) => !isDone);
  if (!next) return null;
  return (
    <section
      aria-label="First steps"
      className="no-print mb-5 flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg bg-accent-wash py-1.5 pr-2 pl-4 text-sm"
    >
      <p className="min-w-0 grow">
        <Link href={`/w/${workspace}/first-steps`} className="underline">
          {steps.filter(({ isDone }) => isDone).length} of {steps.length} first steps
        </Link>{" "}
        are done.{" "}
        {next.isMine ? (
          <>
            Next:{" "}
            <Link href={`/w/${workspace}/${next.path}`} className="font-medium underline">
              {next.title.toLowerCase()}
            </Link>
          </>
        ) : (
          `Next: ${next.title.toLowerCase()}.`
        )}
      </p>
      {mayHide ? <HideSteps workspace={workspace} /> : null}
    </section>
  );
}
