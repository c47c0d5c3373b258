import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { secrets } from "@/lib/platform/session-token";

/** A mark for a browser that has signed in to this account before, so that strangers' guesses cannot lock it out. */
export function deviceMark(email: string): string {
  const id = randomBytes(16).toString("base64url");
  return `${id}.${seal(secrets()[0] ?? "", email, id)}`;
}

/** The browser's id where its mark is for this account and sealed by us. */
export function knownDevice(mark: string | undefined, email: string): string | null {
  const [id, given] = (mark ?? "").split(".");
  if (!id || !given) return null;
  return secrets().some((secret) => same(seal(secret, email, id), given)) ? id : null;
}

function seal(secret: string, email: string, id: string): string {
  return createHmac("sha256", secret).update(`device ${email} ${id}`).digest("base64url");
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
