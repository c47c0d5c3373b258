"use client";

import { RUN_STATES } from "@/app/w/[workspace]/data/run-list";
import { Counts } from "@/app/w/[workspace]/data/runs/[runId]/counts";
import { NothingTaken } from "@/app/w/[workspace]/data/runs/[runId]/nothing-taken";
import { Rejects } from "@/app/w/[workspace]/data/runs/[runId]/rejects-table";
import { Undo } from "@/app/w/[workspace]/data/runs/[runId]/undo";
import { UndoProgress, undoneWords } from "@/app/w/[workspace]/data/runs/[runId]/undo-progress";
import { moment } from "@/app/w/[workspace]/data/words";
import { useValueWords } from "@/components/metric/owners";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import type { RunRow } from "@/lib/imports/data";
import { label } from "@/lib/imports/files/field-words";
import type { Reject } from "@/lib/imports/prepared";

type Props = {
  workspace: string;
  timeZone: string;
  run: RunRow;
  rejects: readonly Reject[];
  columns: readonly string[];
  /** The uploaded file, while it is here; null where it is not. */
  fileId: string | null;
  mayImport: boolean;
};

const HINTS: Partial<Record<RunRow["status"], string>> = {
  failed: "It stopped before the end. What is counted here is in; import the same file again and it goes on from there.",
  running: "It is at work; the figures grow.",
  undone: "It was undone: what it brought in was removed, what it changed is as before, except what was changed since.",
};

const CLOSED: readonly RunRow["status"][] = ["running", "undoing", "undone"];

/** What an import came to: its counts, why rows were refused, those rows as a file, and the way back. */
export function RunReport({ workspace, timeZone, run, rejects, columns, fileId, mayImport }: Props) {
  const words = useValueWords();
  const { words: state, tone } = RUN_STATES[run.status];
  const accepted = run.inserted + run.updated;
  const hint = run.status === "undone" && run.undone ? undoneWords(run.undone) : HINTS[run.status];
  return (
    <Sheet
      title={`${label(run.kind)} of ${run.source}`}
      note={`${moment(run.startedAt, timeZone)} by ${words("owner", run.actor)}`}
      actions={
        <>
          {run.rejected > 0 ? (
            <Button asChild size="sm">
              <a href={`/w/${workspace}/data/runs/${run.id}/rejects`} download>
                Rejected rows as CSV
              </a>
            </Button>
          ) : null}
          {mayImport && !CLOSED.includes(run.status) ? <Undo workspace={workspace} run={run} /> : null}
        </>
      }
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tone}>{state}</Badge>
        {hint ? <p className="text-ink-2 text-sm">{hint}</p> : null}
      </div>
      {mayImport && run.status === "done" && run.rejected > 0 && run.rejected === run.read ? (
        <NothingTaken workspace={workspace} fileId={fileId} />
      ) : null}
      {run.undoFault ? <Notice tone="bad">{run.undoFault}</Notice> : null}
      {run.status === "undoing" ? <UndoProgress run={run} /> : null}
      <Counts {...run} accepted={accepted} />
      <Rejects rejects={rejects} total={run.rejected} columns={columns} />
      <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <Link href={`/w/${workspace}/overview`} className="text-accent hover:underline">
          To the overview
        </Link>
        <Link href={`/w/${workspace}/data`} className="text-accent hover:underline">
          Import another file
        </Link>
      </p>
    </Sheet>
  );
}
