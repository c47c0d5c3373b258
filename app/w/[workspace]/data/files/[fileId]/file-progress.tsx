import { plural } from "@/app/w/[workspace]/data/words";
import { Meter } from "@/components/ui/meter";
import { Sheet } from "@/components/ui/sheet";
import type { FileRow, RunRow } from "@/lib/imports/data";

/** How far the file is. All of it is in the database, so the page can be left and found again. */
export function FileProgress({ file, run }: { file: FileRow; run: RunRow | null }) {
  const share = file.readBytes / file.bytes;
  const isRehearsal = file.task === "rehearse";
  const rows = !isRehearsal && run?.status === "running" ? `${plural(run.read, "row")} so far, ` : "";
  return (
    <Sheet className="pt-4">
      <div className="grid gap-2">
        <Meter
          label={isRehearsal ? "Dry run" : "Import"}
          share={share}
          words={file.status === "waiting" ? "begins in a moment" : `${rows}${Math.floor(share * 100)}%`}
        />
        <p className="text-ink-3 text-sm">
          {isRehearsal ? "Nothing is changed by a dry run." : "What is in, stays in."} You can leave this page; it goes on, and you find it
          again under Data.
        </p>
      </div>
    </Sheet>
  );
}
