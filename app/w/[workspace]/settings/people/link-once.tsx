"use client";

import { Check, Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A secret link, which is shown once: what it is for, and how to pass it on. */
export function LinkOnce({ label, link, children }: { label: string; link: string; children: ReactNode }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  return (
    <div role="status" className="grid gap-2.5 rounded-lg bg-accent-wash p-4">
      <p className="text-sm">{children}</p>
      <div className="flex gap-2">
        <Input readOnly value={link} aria-label={label} onFocus={(event) => event.currentTarget.select()} className="figures text-sm" />
        <Button onClick={copy}>
          {copied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />}
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
    </div>
  );
}
