"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { KeptTouch } from "@/app/w/[workspace]/acting/asked";
import { Button } from "@/components/ui/button";
import { deleteTouchAction } from "@/lib/touchpoints/actions";

/** Deletes a touch, at the second press. */
export function TouchDeletion({ workspace, touch, onDone }: { workspace: string; touch: KeptTouch; onDone: (words: string) => void }) {
  const [sure, setSure] = useState(false);
  const [busy, start] = useTransition();
  const remove = () =>
    start(async () => {
      const answer = await deleteTouchAction({ workspace, id: touch.id, version: touch.version });
      if (answer.ok) onDone("Deleted.");
      else toast.error(answer.message);
    });
  return (
    <Button look="danger" disabled={busy} onClick={sure ? remove : () => setSure(true)}>
      {sure ? "Delete for good" : "Delete…"}
    </Button>
  );
}
