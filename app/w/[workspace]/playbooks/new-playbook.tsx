"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { createPlaybookAction } from "@/lib/playbooks/actions";
import type { PlaybooksView } from "@/lib/playbooks/loaders";

export function NewPlaybook({ view: { workspace, starters } }: { view: PlaybooksView }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();
  const choices = [
    ...starters,
    { id: null, name: "New playbook", words: "An empty one: choose what sets it off, and what is to be done." },
  ];

  function make({ id, name }: { id: string | null; name: string }) {
    start(async () => {
      const answer = await createPlaybookAction({ workspace, name, starter: id });
      setFault(answer.ok ? undefined : answer.message);
      if (answer.ok) router.push(`/w/${workspace}/playbooks/${answer.data.id}`);
    });
  }

  return (
    <Sheet title="Begin with" note="Each is made as a draft. Nothing happens before you publish it.">
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <ul className="grid gap-3 sm:grid-cols-3">
        {choices.map((choice) => (
          <li key={choice.name} className="grid content-between gap-3 rounded-md border border-line p-3.5">
            <div>
              <p className="font-medium">{choice.name}</p>
              <p className="mt-1 text-ink-2 text-sm">{choice.words}</p>
            </div>
            <div>
              <Button size="sm" disabled={busy} onClick={() => make(choice)} aria-label={`Make a draft: ${choice.name}`}>
                Make a draft
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
