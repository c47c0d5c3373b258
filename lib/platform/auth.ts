import "server-only";
import { cookies, headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { clientAddress } from "@/lib/platform/client-address";
import { deviceMark, knownDevice } from "@/lib/platform/device";
import { isGuarded } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/failure";
import { identity } from "@/lib/platform/identity";
import { asSessionToken, openSessionToken, SESSION_SECONDS, secrets, sessionCookieName } from "@/lib/platform/session-token";
import { type Opened, signIn } from "@/lib/platform/sign-in";

declare module "next-auth" {
  interface User {
    sid: string;
    sv: number;
  }
}

const YEAR = 365 * 86_400;

/** What next-auth is told. The token says whose and which session, never more; every request asks the session row. */
export function authOptions(): NextAuthOptions {
  const secure = isGuarded();
  return {
    secret: secrets()[0] ?? "",
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    jwt: { maxAge: SESSION_SECONDS, decode: async ({ token }) => (await openSessionToken(token)) ?? null },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    logger: { error: logged, warn: () => {}, debug: () => {} },
    providers: [
      Credentials({
        name: "E-mail and password",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (given) => authorize(String(given?.email ?? ""), String(given?.password ?? "")),
      }),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === new URL(baseUrl).origin ? new URL(url, baseUrl).href : baseUrl,
      jwt: async ({ token, user }) => (user ? { sub: user.id, sid: user.sid, sv: user.sv } : living(token)),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token) await identity("close_session", [token.sid, token.sub]);
      },
    },
  };
}

async function authorize(given: string, password: string) {
  const email = given.trim().toLowerCase();
  const device = knownDevice((await cookies()).get(deviceCookieName())?.value, email);
  const agent = (await headers()).get("user-agent") ?? "";
  const opened = await signIn({ email, password, device, agent, client: await clientAddress() }).catch((error: unknown) => {
    throw new Error(error instanceof Refusal ? "limited" : "failed");
  });
  if (!opened) return null;
  await rememberDevice(email);
  return asUser(opened);
}

function asUser({ personId, sessionId, sessionVersion }: Opened) {
  return { id: personId, sid: sessionId, sv: sessionVersion };
}

// The client's wish to change the token is never looked at; a session that was ended has no token any more.
async function living(token: Record<string, unknown>) {
  const known = asSessionToken(token);
  const [row] = known ? await identity("check_session", [known.sid, known.sub, known.sv]) : [];
  if (!known || !row) throw new Error("session ended");
  return known;
}

async function rememberDevice(email: string): Promise<void> {
  (await cookies()).set(deviceCookieName(), deviceMark(email), {
    httpOnly: true,
    sameSite: "lax",
    secure: isGuarded(),
    path: "/",
    maxAge: YEAR,
  });
}

function deviceCookieName(): string {
  return isGuarded() ? "__Host-bellwether.device" : "bellwether.device";
}

function logged(code: string, detail: unknown): void {
  if (code !== "JWT_SESSION_ERROR") console.error("next-auth", code, detail instanceof Error ? detail.message : "");
}
