"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { renamePersonAction } from "@/lib/people/actions";

export function NameForm({ name }: { name: string }) {
  const router = useRouter();
  const [typed, setTyped] = useState(name);
  const [busy, start] = useTransition();

  function save() {
    start(async () => {
      const answer = await renamePersonAction({ name: typed });
      if (answer.ok) toast.success("Your name is saved.");
      else toast.error(answer.message);
      router.refresh();
    });
  }

  return (
    <form
      className="grid grid-cols-[1fr_auto] items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label="Your name">
        <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="name" required maxLength={80} />
      </Field>
      <Button type="submit" disabled={busy || typed.trim() === name}>
        Save
      </Button>
    </form>
  );
}
