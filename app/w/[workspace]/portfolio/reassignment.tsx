"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { reassignAction } from "@/lib/imports/hand/actions";
import type { PortfolioView } from "@/lib/portfolio/loaders";

type Props = {
  workspace: string;
  accounts: readonly string[];
  from: string | null;
  members: PortfolioView["members"];
  onDone: () => void;
};

/** Gives the chosen accounts to another member, with the open tasks on them where that is asked. */
export function Reassignment({ workspace, accounts, from, members, onDone }: Props) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [moveTasks, setMoveTasks] = useState(true);
  const others = members.filter(({ email }) => email !== from);
  const [to, setTo] = useState(others[0]?.id ?? "");
  const many = `${accounts.length} ${accounts.length === 1 ? "account" : "accounts"}`;

  function give() {
    start(async () => {
      const answer = await reassignAction({ workspace, accounts: [...accounts], to, moveTasks });
      setRefusal(answer.ok ? undefined : answer.message);
      if (!answer.ok) return;
      const { accounts: moved, tasks } = answer.data;
      toast.success(
        `${moved} ${moved === 1 ? "account has" : "accounts have"} a new owner${tasks > 0 ? `, and ${tasks} ${tasks === 1 ? "task" : "tasks"} went along` : ""}.`,
      );
      setOpen(false);
      onDone();
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" disabled={accounts.length === 0}>
          Give to somebody else…
        </Button>
      }
      title={`Give ${many} to somebody else`}
      description="From now on. Who had them until today stays in their history, and so does what the numbers by owner say of the past."
    >
      <div className="grid gap-4">
        <Field label="New owner">
          <NativeSelect
            value={to}
            onChange={({ target }) => setTo(target.value)}
            options={others.map(({ id, name, email }) => ({ value: id, label: name ?? email }))}
          />
        </Field>
        {from === null ? null : (
          <label className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              checked={moveTasks}
              onChange={({ target }) => setMoveTasks(target.checked)}
              className="size-4 accent-accent"
            />
            Their open tasks on these accounts go along
          </label>
        )}
        {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button look="primary" onClick={give} disabled={busy || to === ""}>
            Give {many}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
