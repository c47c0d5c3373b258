"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, useTransition } from "react";
import { answered } from "@/app/w/[workspace]/answered";
import { weighedKey } from "@/app/w/[workspace]/query-keys";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { deleteAccountAction, deleteRecordAction, weighRecordAction } from "@/lib/imports/hand/actions";
import type { OpenForm } from "@/lib/imports/hand/open";

type Props = { workspace: string; form: OpenForm & { id: string }; onKeep: () => void; onDeleted: (words: string) => void };

/** Says what goes with a record before it goes. */
export function RecordDeletion({ workspace, form: { kind, id, one, importedFrom }, onKeep, onDeleted }: Props) {
  const [busy, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();
  const { data, error } = useQuery({
    queryKey: weighedKey(workspace, id),
    queryFn: () => answered(weighRecordAction({ workspace, kind, id })),
    staleTime: 0,
    gcTime: 0,
  });

  function remove(version: number) {
    start(async () => {
      const asked = { workspace, id, version };
      const answer = await (kind === "accounts" ? deleteAccountAction(asked) : deleteRecordAction({ ...asked, kind }));
      if (answer.ok) onDeleted(`The ${one} is deleted.`);
      else setRefusal(answer.message);
    });
  }

  const fault = refusal ?? error?.message;
  return (
    <div className="grid gap-4">
      <p className="text-ink-2" aria-live="polite">
        {data ? alongsideWords(one, data.alongside) : "Counting what hangs on it…"}{" "}
        {importedFrom === null
          ? "This cannot be undone."
          : `This cannot be undone; an import from ${importedFrom} that still has it brings it back.`}
      </p>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onKeep}>Keep it</Button>
        <Button look="danger" disabled={busy || !data} onClick={() => data && remove(data.version)}>
          Delete for good
        </Button>
      </div>
    </div>
  );
}

function alongsideWords(one: string, alongside: Readonly<Record<string, number>>): string {
  const parts = Object.entries(alongside).map(([name, n]) => `${n.toLocaleString("en-US")} ${nounOf(name, n)}`);
  const last = parts.pop();
  if (last === undefined) return `Nothing else hangs on this ${one}.`;
  return `With this ${one} go ${parts.length === 0 ? last : `${parts.join(", ")} and ${last}`}.`;
}

function nounOf(name: string, n: number): string {
  if (name === "usage") return n === 1 ? "row of use" : "rows of use";
  const words = name.replace("-", " ");
  return n === 1 ? words.replace(/s$/, "") : words;
}
