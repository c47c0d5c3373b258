"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

const WRONG = "E-mail and password do not match. Check both; capitals count in the password.";
const LIMITED = "Too many tries from here. Wait a quarter of an hour, or use a browser you have signed in with before.";
const FAILED = "The server did not answer as it should. Nothing is lost; try again in a moment.";

export function SignInForm({ next, said }: { next: string; said: string | undefined }) {
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
      <p className="text-ink-3 text-sm">No password yet, or lost it? Ask an owner of your workspace for an invitation or a new one.</p>
    </form>
  );
}

async function attempt(email: string, password: string): Promise<string | undefined> {
  const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
  if (answer?.ok) return undefined;
  if (answer?.status === 429) return LIMITED;
  return answer?.status === 401 && answer.error === "CredentialsSignin" ? WRONG : FAILED;
}
