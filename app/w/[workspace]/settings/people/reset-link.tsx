"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { LinkOnce } from "@/app/w/[workspace]/settings/people/link-once";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { MemberRow } from "@/lib/people/data";
import { makeResetLinkAction } from "@/lib/people/passwords/actions";

/** For a member who forgot their password where no mail could bring them a link. */
export function ResetLink({ member, workspace }: { member: MemberRow; workspace: string }) {
  const [open, setOpen] = useState(false);
  const [link, setLink] = useState<string>();
  const [busy, start] = useTransition();
  const name = member.name ?? member.email;

  function make() {
    start(async () => {
      const answer = await makeResetLinkAction({ workspace, memberId: member.id });
      if (answer.ok) setLink(answer.data.link);
      else toast.error(answer.message);
    });
  }

  function turn(isOpen: boolean) {
    setOpen(isOpen);
    if (!isOpen) setLink(undefined);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={turn}
      trigger={
        <Button look="quiet" size="sm" className="-ml-2.5 sm:ml-0" aria-label={`New password for ${member.email}`}>
          New password
        </Button>
      }
      title={`A new password for ${name}?`}
      description="You get a link to pass on, by which they choose one themselves. It works once, for an hour; until then the old password stays."
    >
      {link === undefined ? (
        <div className="flex justify-end gap-2">
          <Button onClick={() => turn(false)}>Keep</Button>
          <Button look="primary" onClick={make} disabled={busy}>
            Make the link
          </Button>
        </div>
      ) : (
        <LinkOnce label="Reset link" link={link}>
          Send {name} this link, and nobody else: whoever opens it chooses the password. It is not shown again, but you can make a new one.
        </LinkOnce>
      )}
    </Dialog>
  );
}
