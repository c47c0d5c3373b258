"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";

const WRONG = "E-mail and password do not match. Check both; capitals count in the password.";
const LIMITED = "Too many tries from here. Wait a quarter of an hour, or use a browser you have signed in with before.";
const FAILED = "The server did not answer as it should. Nothing is lost; try again in a moment.";

type Props = { next: string; said: string | undefined; sendsMail: boolean };

export function SignInForm({ next, said, sendsMail }: Props) {
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFault(undefined);
    const problem = await attempt(String(form.get("email")), String(form.get("password")));
    if (problem === undefined) return window.location.assign(next);
    setFault(problem);
    setBusy(false);
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-5">
      <h1 className="headline text-2xl">Sign in</h1>
      {said ? <Notice>{said}</Notice> : null}
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <Field label="E-mail">
        <Input name="email" type="email" autoComplete="username" required autoFocus maxLength={254} />
      </Field>
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" required maxLength={256} />
      </Field>
      <Button type="submit" look="primary" disabled={busy} className="mt-1 w-full">
        {busy ? "Signing in…" : "Sign in"}
      </Button>
      <p className="text-ink-3 text-sm">
        <Link href="/forgotten-password" className="text-ink-2 underline">
          Forgotten the password?
        </Link>{" "}
        {sendsMail ? "We mail you a link." : "An owner or admin of your workspace makes you a link."} No password yet? Ask them for an
        invitation.
      </p>
    </form>
  );
}

async function attempt(email: string, password: string): Promise<string | undefined> {
  const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
  if (answer?.ok) return undefined;
  if (answer?.status === 429) return LIMITED;
  return answer?.status === 401 && answer.error === "CredentialsSignin" ? WRONG : FAILED;
}
