import { Counts } from "@/app/w/[workspace]/data/runs/[runId]/counts";
import { Rejects } from "@/app/w/[workspace]/data/runs/[runId]/rejects-table";
import { Sheet } from "@/components/ui/sheet";
import type { FileOutcome } from "@/lib/imports/files/work";

/** What an import would come to, before anything is changed. */
export function Rehearsal({ outcome, columns }: { outcome: FileOutcome; columns: readonly string[] }) {
  return (
    <Sheet title="Dry run" note="Nothing was changed. This is what an import would do now.">
      <Counts {...outcome} />
      <Rejects rejects={outcome.firstRejects} total={outcome.rejected} columns={columns} />
    </Sheet>
  );
}
