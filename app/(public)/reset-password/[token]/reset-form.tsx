"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { resetPasswordAction } from "@/lib/people/passwords/actions";

/** Opening the page spends nothing, so that a scanner of mails may look; the button does. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();

  function set(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    start(async () => {
      const answer = await resetPasswordAction({ token, password });
      if (answer.ok) window.location.assign("/sign-in?said=password");
      else setFault(answer.message);
    });
  }

  return (
    <form method="post" onSubmit={set} className="grid gap-5">
      <div className="grid gap-1.5">
        <h1 className="headline text-2xl">A new password</h1>
        <p className="text-ink-2">
          For <span className="font-medium text-ink">{email}</span>. It signs you out everywhere else.
        </p>
      </div>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field label="New password" hint="8 characters or more. Three or four words make a good one.">
        <Input name="password" type="password" autoComplete="new-password" required autoFocus minLength={8} maxLength={128} />
      </Field>
      <Button type="submit" look="primary" disabled={busy} className="w-full">
        {busy ? "Changing it…" : "Change the password"}
      </Button>
    </form>
  );
}
