"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { acceptInvitationAction, joinByInvitationAction } from "@/lib/invitations/actions";
import type { OpenInvitation } from "@/lib/invitations/data";

type Props = { token: string; invitation: OpenInvitation; signedInAs: string | undefined };

export function Acceptance({ token, invitation, signedInAs }: Props) {
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { workspaceName, email, slug, isKnown } = invitation;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("password") ?? "");
    setBusy(true);
    setFault(undefined);
    const answer = isKnown
      ? await acceptInvitationAction({ token })
      : await joinByInvitationAction({ token, name: String(form.get("name")), password });
    if (!answer.ok) {
      setBusy(false);
      return setFault(answer.message);
    }
    if (!isKnown) await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
    window.location.assign(`/w/${slug}/overview`);
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-5">
      <div className="grid gap-1.5">
        <h1 className="headline text-2xl">Join {workspaceName}</h1>
        <p className="text-ink-2">
          You are invited as <span className="font-medium text-ink">{email}</span>.
        </p>
      </div>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      {isKnown ? null : <NewPerson />}
      {isKnown && signedInAs !== email ? (
        <>
          <p className="text-ink-2">
            {signedInAs ? `You are signed in as ${signedInAs}. Sign out there first, then` : "You have a password here already:"} sign in
            with the invited address to accept.
          </p>
          {signedInAs ? null : (
            <Button asChild look="primary">
              <Link href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}>Sign in to accept</Link>
            </Button>
          )}
        </>
      ) : (
        <Button type="submit" look="primary" disabled={busy} className="w-full">
          {busy ? "Joining…" : "Accept and join"}
        </Button>
      )}
    </form>
  );
}

function NewPerson() {
  return (
    <>
      <Field label="Your name">
        <Input name="name" autoComplete="name" required maxLength={80} />
      </Field>
      <Field label="A password" hint="8 characters or more. Three or four words make a good one.">
        <Input name="password" type="password" autoComplete="new-password" required minLength={8} maxLength={128} />
      </Field>
    </>
  );
}
