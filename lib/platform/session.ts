import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { can, type Permission } from "@/lib/people/matrix";
import { identity } from "@/lib/platform/identity";
import { type MemberScope, memberScope, proveScope } from "@/lib/platform/scope";
import { openSessionToken, sessionCookieName } from "@/lib/platform/session-token";

/** Who is signed in, as the database says at this request. */
export type Person = { readonly personId: string; readonly email: string; readonly name: string | null; readonly sessionId: string };

/** The person behind the cookie, or null. The session row is asked each time, so a session that was ended is over at once. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const token = await openSessionToken((await cookies()).get(sessionCookieName())?.value);
  if (!token) return null;
  const [row] = await identity<{ person_id: string; email: string; name: string | null }>("check_session", [
    token.sid,
    token.sub,
    token.sv,
  ]);
  return row ? { personId: row.person_id, email: row.email, name: row.name, sessionId: token.sid } : null;
});

/** For pages: the person, or off to the sign-in page and back here afterwards. */
export async function requirePerson(): Promise<Person> {
  const person = await currentPerson();
  if (person) return person;
  const here = (await headers()).get("x-bellwether-path") ?? "/";
  redirect(`/sign-in?next=${encodeURIComponent(here)}`);
}

const proven = cache(async (slug: string, person: Person): Promise<MemberScope | null> => {
  const scope = await proveScope(slug, person);
  return scope ? memberScope(scope) : null;
});

/** For pages and loaders: the workspace, proven for who is signed in. A stranger's workspace and one that does not exist look the same. */
export async function requireScope(slug: string, what?: Permission): Promise<MemberScope> {
  const scope = await proven(slug, await requirePerson());
  if (!scope || (what !== undefined && !can(scope.actor.role, what))) notFound();
  return scope;
}
