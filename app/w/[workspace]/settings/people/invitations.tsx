"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { toast } from "sonner";
import { InvitationLink, type SentInvitation } from "@/app/w/[workspace]/settings/people/invitation-link";
import { OpenInvitations } from "@/app/w/[workspace]/settings/people/open-invitations";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { inviteAction, revokeInvitationAction } from "@/lib/invitations/actions";
import type { PeopleView } from "@/lib/people/loaders";
import { ROLE_WORDS } from "@/lib/people/rules";
import type { Role } from "@/lib/platform/scope";

export function Invitations({ view }: { view: PeopleView }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();
  const [sent, setSent] = useState<SentInvitation>();
  const { slug } = view.workspace;
  const isListed = view.invitations.some(({ email }) => email === sent?.email);

  function invite(given: { email: string; role: Role }, then?: () => void) {
    start(async () => {
      const answer = await inviteAction({ workspace: slug, ...given });
      setFault(answer.ok ? undefined : answer.message);
      setSent(answer.ok ? answer.data : undefined);
      if (answer.ok) then?.();
      router.refresh();
    });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    invite({ email: String(given.get("email")), role: String(given.get("role")) as Role }, () => form.reset());
  }

  function revoke(id: string) {
    start(async () => {
      const answer = await revokeInvitationAction({ workspace: slug, id });
      if (!answer.ok) toast.error(answer.message);
      setSent(undefined);
      router.refresh();
    });
  }

  return (
    <div className="grid gap-4">
      <form onSubmit={submit} className="grid items-end gap-3 sm:grid-cols-[1fr_9rem_auto]">
        <Field label="E-mail">
          <Input name="email" type="email" required maxLength={254} placeholder="name@company.com" />
        </Field>
        <Field label="Role">
          <NativeSelect
            name="role"
            defaultValue="csm"
            options={view.grantable.map((role) => ({ value: role, label: ROLE_WORDS[role].label }))}
          />
        </Field>
        <Button type="submit" look="primary" disabled={busy}>
          Invite
        </Button>
      </form>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      {sent && !isListed ? <InvitationLink {...sent} sendsMail={view.sendsMail} /> : null}
      <OpenInvitations
        view={view}
        sent={sent}
        busy={busy}
        onRenew={({ email, role }) => invite({ email, role })}
        onRevoke={({ id }) => revoke(id)}
      />
      <dl className="grid gap-1 text-ink-3 text-sm">
        {view.grantable.map((role) => (
          <div key={role} className="flex gap-2">
            <dt className="w-16 shrink-0 text-ink-2">{ROLE_WORDS[role].label}</dt>
            <dd>{ROLE_WORDS[role].words}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
