import { createHmac } from "node:crypto";

/** What a receiver checks: `t=<unix seconds>,v1=<hex HMAC-SHA256 of t.body>`, with one v1 for each secret that is good at the moment. */
export function signatureOf(body: string, secrets: readonly string[], at: Date): string {
  const t = Math.floor(at.getTime() / 1_000);
  return [`t=${t}`, ...secrets.map((secret) => `v1=${createHmac("sha256", secret).update(`${t}.${body}`).digest("hex")}`)].join(",");
}
