"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/platform/failure";

type Props = {
  save: (form: FormData) => Promise<ActionResult<unknown>>;
  /** What is said once it is saved. */
  saved: string;
  mayChange: boolean;
  children: ReactNode;
};

/** Fields with one button, for whoever may change them: says why not, or that it is done. */
export function SaveForm({ save, saved, mayChange, children }: Props) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(async () => {
      const answer = await save(form);
      setFault(answer.ok ? undefined : answer.message);
      if (answer.ok) toast.success(saved);
      router.refresh();
    });
  }

  return (
    <form onSubmit={submit} className="grid gap-5">
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      {children}
      {mayChange ? (
        <div>
          <Button type="submit" disabled={busy}>
            Save
          </Button>
        </div>
      ) : null}
    </form>
  );
}
