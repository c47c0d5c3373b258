"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { deleteViewAction } from "@/lib/views/actions";
import type { SavedView } from "@/lib/views/data";

type Props = { workspace: string; view: SavedView; onKeep: () => void; onDeleted: () => void };

export function ViewDeletion({ workspace, view: { id, version, name, shared }, onKeep, onDeleted }: Props) {
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();
  function remove() {
    start(async () => {
      const answer = await deleteViewAction({ workspace, id, version });
      setFault(answer.ok ? undefined : answer.message);
      if (answer.ok) onDeleted();
    });
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onKeep()}
      title={`Delete ${name}?`}
      description={shared ? "It is shared: it goes for everybody. No account is touched." : "The view goes. No account is touched."}
    >
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <div className="mt-2 flex justify-end gap-2">
        <Button onClick={onKeep}>Keep it</Button>
        <Button look="danger" disabled={busy} onClick={remove}>
          Delete
        </Button>
      </div>
    </Dialog>
  );
}
