"use client";

import { Input } from "@/components/ui/input";

/** A new secret, which is kept encrypted and never shown again. */
export function SecretOnce({ name, secret }: { name: string; secret: string }) {
  return (
    <div role="status" className="grid gap-2.5 rounded-lg bg-accent-wash p-4 text-sm">
      <p>
        <span className="font-medium">The secret of {name}.</span> Give it to the receiver, which checks the header{" "}
        <code className="figures">bellwether-signature</code> with it:{" "}
        <code className="figures">t=…,v1=hex(HMAC-SHA256(secret, t.body))</code>. It is not shown again.
      </p>
      <Input
        readOnly
        value={secret}
        aria-label={`Secret of ${name}`}
        onFocus={(event) => event.currentTarget.select()}
        className="figures text-sm"
      />
    </div>
  );
}
