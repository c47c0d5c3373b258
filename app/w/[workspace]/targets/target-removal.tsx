"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { useBearings } from "@/app/w/[workspace]/bearings";
import { Button } from "@/components/ui/button";
import { removeTargetAction } from "@/lib/targets/actions";
import type { Target } from "@/lib/targets/rules";

/** Removes a target, at the second press: the past was never held against it then. */
export function TargetRemoval({ target: { id, version }, onDone }: { target: Target; onDone: (words: string) => void }) {
  const { workspace } = useBearings();
  const [sure, setSure] = useState(false);
  const [busy, start] = useTransition();
  const remove = () =>
    start(async () => {
      const answer = await removeTargetAction({ workspace, id, version });
      if (answer.ok) onDone("The target is removed.");
      else toast.error(answer.message);
    });
  return (
    <Button look="danger" disabled={busy} onClick={sure ? remove : () => setSure(true)}>
      {sure ? "Remove for good" : "Remove…"}
    </Button>
  );
}
