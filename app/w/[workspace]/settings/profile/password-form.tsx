"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { changePasswordAction } from "@/lib/people/actions";

export function PasswordForm({ email }: { email: string }) {
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();

  function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(async () => {
      const answer = await changePasswordAction({ current: String(form.get("current")), next: String(form.get("next")) });
      if (answer.ok) window.location.assign("/sign-in?said=password");
      else setFault(answer.message);
    });
  }

  return (
    <form method="post" onSubmit={change} className="grid gap-5">
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field label="Present password">
          <Input name="current" type="password" autoComplete="current-password" required maxLength={256} />
        </Field>
        <Field label="New password" hint="8 characters or more. Three or four words make a good one.">
          <Input name="next" type="password" autoComplete="new-password" required minLength={8} maxLength={128} />
        </Field>
      </div>
      <div>
        <Button type="submit" disabled={busy}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
