"use client";

import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/platform/failure";

type Props<Data> = {
  save: (typed: FormData) => Promise<ActionResult<Data>>;
  onSaved: (data: Data) => void;
  onCancel: () => void;
  words?: string;
  /** Something else that can be done with it, at the left. */
  aside?: ReactNode;
  children: ReactNode;
};

/** The frame of a form: what was typed stays where it was refused, with the reason under it. */
export function Form<Data>({ save, onSaved, onCancel, words = "Save", aside, children }: Props<Data>) {
  const [busy, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    start(async () => {
      const answer = await save(typed);
      setRefusal(answer.ok ? undefined : answer.message);
      if (answer.ok) onSaved(answer.data);
    });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {children}
      {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
      <div className="-mx-5 -mb-5 sticky bottom-[-1.25rem] flex flex-wrap items-center gap-2 border-line border-t bg-sheet px-5 py-3">
        {aside}
        <Button className="ml-auto" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" look="primary" disabled={busy}>
          {words}
        </Button>
      </div>
    </form>
  );
}

/** What stands in a field of the form, without whitespace around it. */
export function textIn(typed: FormData, name: string): string {
  return String(typed.get(name) ?? "").trim();
}
