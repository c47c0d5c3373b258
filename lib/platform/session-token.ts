import { decode, encode } from "next-auth/jwt";
import { env, isGuarded } from "@/lib/platform/env";

/** All that a session cookie says: whose, which session row, and the version of the person's credentials it was made for. */
export type SessionToken = { sub: string; sid: string; sv: number };

export const SESSION_SECONDS = 12 * 3600;
const RENEWED_AFTER_SECONDS = 3600;

/** Browsers keep a `__Host-` cookie to this host, this path and TLS. Without TLS there is no such cookie. */
export function sessionCookieName(): string {
  return isGuarded() ? "__Host-bellwether.session" : "bellwether.session";
}

/** The secrets a token may be sealed with: today's first, then the one being rotated out. */
export function secrets(): string[] {
  const { NEXTAUTH_SECRET, NEXTAUTH_SECRET_PREVIOUS } = env();
  if (NEXTAUTH_SECRET === undefined) throw new Error("NEXTAUTH_SECRET is not set; npm start makes one and keeps it.");
  return NEXTAUTH_SECRET_PREVIOUS === undefined ? [NEXTAUTH_SECRET] : [NEXTAUTH_SECRET, NEXTAUTH_SECRET_PREVIOUS];
}

/** What the cookie says, or null where it was not sealed by us, is too old, or says anything else than a session. */
export async function openSessionToken(sealed: string | undefined): Promise<SessionToken | null> {
  const token = await unsealed(sealed);
  return token && asSessionToken(token);
}

/** The same token sealed again, where it is old enough to be worth it: who keeps working stays signed in. */
export async function renewedSessionToken(sealed: string | undefined): Promise<string | null> {
  const token = await unsealed(sealed);
  const known = token && asSessionToken(token);
  if (!known || Number(token.iat ?? 0) > Date.now() / 1000 - RENEWED_AFTER_SECONDS) return null;
  return encode({ token: { ...known }, secret: secrets()[0] ?? "", maxAge: SESSION_SECONDS });
}

async function unsealed(sealed: string | undefined): Promise<Record<string, unknown> | null> {
  if (sealed === undefined || sealed.length > 4096) return null;
  for (const secret of secrets()) {
    const token = await decode({ token: sealed, secret }).catch(() => null);
    if (token) return token;
  }
  return null;
}

export function asSessionToken(token: Record<string, unknown>): SessionToken | null {
  const { sub, sid, sv } = token;
  return typeof sub === "string" && typeof sid === "string" && typeof sv === "number" ? { sub, sid, sv } : null;
}
