import { Badge, type Tone } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import type { RunStatus } from "@/lib/playbooks/data";
import type { PlaybookView } from "@/lib/playbooks/loaders";

const STATUS: Record<RunStatus, { words: string; tone: Tone }> = {
  running: { words: "Under way", tone: "accent" },
  done: { words: "Done", tone: "good" },
  stopped: { words: "Stopped", tone: "plain" },
  failed: { words: "Failed", tone: "bad" },
  held_out: { words: "Left alone", tone: "plain" },
};

export function RunHistory({ view: { workspace, runs } }: { view: PlaybookView }) {
  if (runs.length === 0)
    return (
      <Sheet title="Runs">
        <EmptyState title="It has not run yet">Who goes through it will stand here, with what each step did.</EmptyState>
      </Sheet>
    );
  return (
    <Sheet title="Runs" note={`The last ${runs.length}, the newest first`} flush>
      <ul aria-label="Runs" className="divide-y divide-line border-line border-t">
        {runs.map((run) => (
          <li key={run.id} className="grid gap-1.5 px-4 py-3 sm:grid-cols-[14rem_1fr]">
            <div className="grid content-start gap-1">
              <Link href={`/w/${workspace}/accounts/${run.account.id}`} className="font-medium hover:text-accent">
                {run.account.name}
              </Link>
              <p className="flex items-center gap-2">
                <span className="figures text-ink-3 text-xs">{run.startedAt}</span>
                <Badge tone={STATUS[run.status].tone}>{STATUS[run.status].words}</Badge>
              </p>
            </div>
            <ol className="grid gap-0.5 text-sm">
              {run.log.map(({ at, words }, place) => (
                <li key={place} className="flex gap-3">
                  <span className="figures shrink-0 text-ink-3 text-xs leading-5">{at}</span>
                  <span className="min-w-0 break-words text-ink-2">{words}</span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
