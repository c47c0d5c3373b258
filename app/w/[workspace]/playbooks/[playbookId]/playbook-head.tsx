import { StatusBadge } from "@/app/w/[workspace]/playbooks/status-badge";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import type { PlaybookView } from "@/lib/playbooks/loaders";

/** What it is called, and what it does at this moment. */
export function PlaybookHead({ view: { workspace, playbook, live, draft } }: { view: PlaybookView }) {
  const told = live ?? draft;
  const isRunning = playbook.status === "live";
  return (
    <>
      <header>
        <p className="text-ink-3 text-sm">
          <Link href={`/w/${workspace}/playbooks`} className="hover:text-ink">
            Playbooks
          </Link>
        </p>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="headline text-2xl">{playbook.name}</h1>
          <StatusBadge status={playbook.status} isChanged={playbook.isChanged} />
        </div>
      </header>
      <Sheet
        title={isRunning ? `What it does since ${playbook.liveSince}` : "What it would do"}
        note={isRunning ? "Each cause starts it once for an account." : "Nothing happens while it is not live."}
      >
        <p className="text-sm">
          When <span className="font-medium">{told.when}</span>, for {told.whom}:
        </p>
        <ol className="mt-2 grid list-decimal gap-1 pl-5 text-sm">
          {told.steps.map((words, place) => (
            <li key={place}>{words}</li>
          ))}
        </ol>
      </Sheet>
    </>
  );
}
