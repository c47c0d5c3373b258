"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { removeWorkspaceAction } from "@/lib/workspaces/actions";
import type { WorkspaceView } from "@/lib/workspaces/loaders";

export function Removal({ workspace }: { workspace: WorkspaceView["workspace"] }) {
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string>();
  const [busy, start] = useTransition();

  function remove() {
    start(async () => {
      const answer = await removeWorkspaceAction({ workspace: workspace.slug, typed });
      if (answer.ok) window.location.assign("/workspaces");
      else setFault(answer.message);
    });
  }

  return (
    <Dialog
      trigger={<Button look="danger">Remove {workspace.isDemo ? "the demo workspace" : "this workspace"}</Button>}
      title={`Remove ${workspace.name}?`}
      description={
        workspace.isDemo
          ? "The made-up accounts go, and with them the demo. You can make a workspace of your own right afterwards."
          : "Accounts, subscriptions, imports, people and the audit go with it. There is no way back."
      }
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          remove();
        }}
      >
        <Field label={`Type ${workspace.slug} to confirm`} error={fault}>
          <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" look="danger" disabled={busy || typed !== workspace.slug}>
            {busy ? "Removing…" : "Remove it for ever"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
