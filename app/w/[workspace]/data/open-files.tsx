"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { moment, plural, size } from "@/app/w/[workspace]/data/words";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Sheet } from "@/components/ui/sheet";
import { discardFileAction } from "@/lib/imports/actions";
import type { FileRow } from "@/lib/imports/data";

type Props = { workspace: string; timeZone: string; files: readonly FileRow[]; mayImport: boolean; onChange: () => void };

const STATES: Record<FileRow["status"], { words: string; tone: Tone }> = {
  receiving: { words: "Upload not finished", tone: "watch" },
  ready: { words: "Not imported yet", tone: "plain" },
  waiting: { words: "Waiting", tone: "accent" },
  working: { words: "Being read", tone: "accent" },
  failed: { words: "Stopped", tone: "bad" },
  done: { words: "Imported", tone: "good" },
};

/** Uploaded files that are not in yet. */
export function OpenFiles({ workspace, timeZone, files, mayImport, onChange }: Props) {
  const [busy, start] = useTransition();
  if (files.length === 0) return null;

  function discard(fileId: string) {
    start(async () => {
      const answer = await discardFileAction({ workspace, fileId });
      if (!answer.ok) toast.error(answer.message);
      onChange();
    });
  }

  return (
    <Sheet title="Not imported yet" note={`${plural(files.length, "file")}; one that nobody starts is forgotten after a day`} flush>
      <ul className="divide-y divide-line border-line border-t">
        {files.map((file) => (
          <li key={file.id} className="grid gap-2 px-4 py-2.5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link href={`/w/${workspace}/data/files/${file.id}`} className="min-w-0 break-all font-medium text-accent hover:underline">
                {file.name}
              </Link>
              <span className="figures text-ink-3 text-sm">
                {size(file.bytes)} · {moment(file.createdAt, timeZone)}
              </span>
              <Badge tone={STATES[file.status].tone}>{STATES[file.status].words}</Badge>
              {mayImport && file.status !== "waiting" && file.status !== "working" ? (
                <Button
                  look="quiet"
                  size="sm"
                  className="ml-auto"
                  disabled={busy}
                  onClick={() => discard(file.id)}
                  aria-label={`Discard ${file.name}`}
                >
                  Discard
                </Button>
              ) : null}
            </div>
            {file.status === "working" ? (
              <Meter label={file.task === "rehearse" ? "Dry run" : "Import"} share={file.readBytes / file.bytes} />
            ) : null}
            {file.fault ? <p className="text-bad text-sm">{file.fault}</p> : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
