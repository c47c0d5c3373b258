import { type NextRequest, NextResponse } from "next/server";
import { contentPolicy, securityHeaders } from "@/lib/platform/content-policy";
import { env, isGuarded } from "@/lib/platform/env";
import { renewedSessionToken, SESSION_SECONDS, sessionCookieName } from "@/lib/platform/session-token";

/** Headers and the session's age, nothing else: it lets nobody in and keeps nobody out. Pages, actions and routes each ask for themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const guarded = isGuarded();
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentPolicy(nonce, { isDevelopment: env().NODE_ENV === "development", isGuarded: guarded });
  const asked = new Headers(request.headers);
  asked.set("x-nonce", nonce);
  asked.set("content-security-policy", policy);
  asked.set("x-bellwether-path", request.nextUrl.pathname + request.nextUrl.search);

  const answer = NextResponse.next({ request: { headers: asked } });
  answer.headers.set("content-security-policy", policy);
  answer.headers.set("cache-control", "private, no-store");
  for (const [name, value] of Object.entries(securityHeaders(guarded))) answer.headers.set(name, value);

  const name = sessionCookieName();
  const renewed = request.method === "GET" ? await renewedSessionToken(request.cookies.get(name)?.value) : null;
  if (renewed !== null)
    answer.cookies.set(name, renewed, { httpOnly: true, sameSite: "lax", path: "/", secure: guarded, maxAge: SESSION_SECONDS });
  return answer;
}

export const config = { matcher: ["/((?!_next/static/).*)"] };
