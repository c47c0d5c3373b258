"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { useBearings } from "@/app/w/[workspace]/bearings";
import { Button } from "@/components/ui/button";
import { deleteAnnotationAction } from "@/lib/annotations/actions";

/** Deletes a note, at the second press. */
export function NoteDeletion({
  note: { id, version },
  onDone,
}: {
  note: { id: string; version: number };
  onDone: (words: string) => void;
}) {
  const { workspace } = useBearings();
  const [sure, setSure] = useState(false);
  const [busy, start] = useTransition();
  const remove = () =>
    start(async () => {
      const answer = await deleteAnnotationAction({ workspace, id, version });
      if (answer.ok) onDone("The note is deleted.");
      else toast.error(answer.message);
    });
  return (
    <Button look="danger" disabled={busy} onClick={sure ? remove : () => setSure(true)}>
      {sure ? "Delete for good" : "Delete…"}
    </Button>
  );
}
