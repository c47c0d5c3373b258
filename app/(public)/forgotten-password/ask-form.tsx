"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { forgetPasswordAction } from "@/lib/people/passwords/actions";

/** Asks for the mail, and says the same whether or not anybody has this address. */
export function AskForm() {
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email"));
    start(async () => {
      const answer = await forgetPasswordAction({ email });
      setFault(answer.ok ? undefined : answer.message);
      setSentTo(answer.ok ? email : undefined);
    });
  }

  return (
    <form method="post" onSubmit={ask} className="grid gap-5">
      <h1 className="headline text-2xl">Forgotten password</h1>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      {sentTo === undefined ? (
        <>
          <p className="text-ink-2">We mail you a link by which you choose a new one. It works once, for an hour.</p>
          <Field label="E-mail">
            <Input name="email" type="email" autoComplete="username" required autoFocus maxLength={254} />
          </Field>
          <Button type="submit" look="primary" disabled={busy} className="w-full">
            {busy ? "Asking…" : "Mail me a link"}
          </Button>
        </>
      ) : (
        <Notice>
          If somebody signs in here as {sentTo}, a mail with a link is on its way to them. Nothing came? Look among the unwanted mail, or
          ask an owner of your workspace which address you are known by.
        </Notice>
      )}
      <p>
        <Link href="/sign-in" className="text-sm underline">
          Back to signing in
        </Link>
      </p>
    </form>
  );
}
