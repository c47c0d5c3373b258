"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

export type SentInvitation = { readonly email: string; readonly link: string; readonly isMailed: boolean };

export function InvitationLink({ email, link, isMailed, sendsMail }: SentInvitation & { sendsMail: boolean }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  return (
    <div role="status" className="grid gap-2.5 rounded-lg bg-accent-wash p-4">
      <p className="text-sm">
        <span className="font-medium">{email} is invited.</span>{" "}
        {isMailed
          ? "A mail with this link is on its way."
          : `Send them this link; ${sendsMail ? "the mail could not be sent" : "no mail is set up here"}.`}{" "}
        It is not shown again, but you can make a new one.
      </p>
      <div className="flex gap-2">
        <Input
          readOnly
          value={link}
          aria-label="Invitation link"
          onFocus={(event) => event.currentTarget.select()}
          className="figures text-sm"
        />
        <Button onClick={copy}>
          {copied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />}
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
    </div>
  );
}
