"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { plural } from "@/app/w/[workspace]/data/words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { undoRunAction } from "@/lib/imports/actions";
import type { RunRow } from "@/lib/imports/data";

/** Takes an import back, after saying what that means. */
export function Undo({ workspace, run }: { workspace: string; run: RunRow }) {
  const router = useRouter();
  const client = useQueryClient();
  const [busy, start] = useTransition();
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState<string>();

  function undo() {
    start(async () => {
      const answer = await undoRunAction({ workspace, runId: run.id });
      setFault(answer.ok ? undefined : answer.message);
      if (!answer.ok) return;
      setOpen(false);
      await client.invalidateQueries();
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="danger" size="sm">
          Undo
        </Button>
      }
      title={`Undo the import of ${run.fileName}?`}
      description={`${plural(run.inserted, "record")} it brought are removed and ${plural(run.updated, "record")} it changed become as before. What was changed since, and what other records build on, stays and is counted.`}
    >
      <div className="grid gap-4">
        {fault ? <Notice tone="bad">{fault}</Notice> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Keep it</Button>
          <Button look="danger" disabled={busy} onClick={undo}>
            Undo the import
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
