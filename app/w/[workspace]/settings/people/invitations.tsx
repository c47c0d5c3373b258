"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { toast } from "sonner";
import { InvitationLink } from "@/app/w/[workspace]/settings/people/invitation-link";
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
  const [sent, setSent] = useState<{ email: string; link: string }>();
  const { slug } = view.workspace;

  function invite(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    start(async () => {
      const answer = await inviteAction({ workspace: slug, email: String(given.get("email")), role: String(given.get("role")) as Role });
      setFault(answer.ok ? undefined : answer.message);
      setSent(answer.ok ? answer.data : undefined);
      if (answer.ok) form.reset();
      router.refresh();
    });
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
      <form onSubmit={invite} className="grid items-end gap-3 sm:grid-cols-[1fr_9rem_auto]">
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
      {sent ? <InvitationLink {...sent} sendsMail={view.sendsMail} /> : null}
      {view.invitations.length > 0 ? (
        <ul aria-label="Open invitations" className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {view.invitations.map((invitation) => (
            <li key={invitation.id} className="flex items-center gap-4 py-2.5 pr-2 pl-4">
              <div className="min-w-0 grow">
                <p className="truncate">{invitation.email}</p>
                <p className="text-ink-3 text-sm">
                  {ROLE_WORDS[invitation.role].label} · open until {invitation.expiresAt}
                </p>
              </div>
              <Button
                look="quiet"
                size="sm"
                onClick={() => revoke(invitation.id)}
                disabled={busy}
                aria-label={`Take back the invitation of ${invitation.email}`}
              >
                Take back
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
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
