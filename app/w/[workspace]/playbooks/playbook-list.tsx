import { StatusBadge } from "@/app/w/[workspace]/playbooks/status-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import type { PlaybookCard, PlaybooksView } from "@/lib/playbooks/loaders";

export function PlaybookList({ view: { workspace, playbooks, mayChange } }: { view: PlaybooksView }) {
  if (playbooks.length === 0)
    return (
      <Sheet>
        <EmptyState title="No playbook yet">
          {mayChange
            ? "A playbook does the same good thing every time: when an account turns red, a task for its owner; ninety days before a renewal, a reminder. Begin with one of those below; it is a draft until you publish it."
            : "An owner, admin or manager can make the first one."}
        </EmptyState>
      </Sheet>
    );
  return (
    <ul aria-label="Playbooks" className="divide-y divide-line rounded-lg border border-line bg-sheet">
      {playbooks.map((playbook) => (
        <Card key={playbook.id} playbook={playbook} workspace={workspace} />
      ))}
    </ul>
  );
}

function Card({ playbook, workspace }: { playbook: PlaybookCard; workspace: string }) {
  const { id, name, status, when, whom, steps, runs, running, lastRun } = playbook;
  return (
    <li className="grid gap-1 px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={`/w/${workspace}/playbooks/${id}`} className="font-medium hover:text-accent">
          {name}
        </Link>
        <StatusBadge status={status} isChanged={playbook.isChanged} />
      </div>
      <p className="text-ink-2 text-sm">
        When {when}, for {whom}: {steps.length} {steps.length === 1 ? "step" : "steps"}.
      </p>
      <p className="figures text-ink-3 text-xs">
        {runs === 0
          ? "It has not run yet."
          : `${runs.toLocaleString("en-US")} ${runs === 1 ? "run" : "runs"}, the last on ${lastRun}${running > 0 ? `; ${running} under way` : ""}.`}
      </p>
    </li>
  );
}
