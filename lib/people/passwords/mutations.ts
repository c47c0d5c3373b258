import { grantable } from "@/lib/people/matrix";
import { auditEverywhere, lockedMember, mayTouch } from "@/lib/people/mutations";
import { findReset } from "@/lib/people/passwords/data";
import { RESET_MINUTES, resetLetter } from "@/lib/people/passwords/rules";
import type { Sql } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { refuse } from "@/lib/platform/failure";
import { identity } from "@/lib/platform/identity";
import { withinLimit } from "@/lib/platform/limit";
import { canMail, sendMail } from "@/lib/platform/mail";
import { hashPassword } from "@/lib/platform/password";
import type { MemberScope, Role } from "@/lib/platform/scope";
import { digestOf, dropTokens, issuePersonToken, issueToken } from "@/lib/platform/token";

/** Mails a link to whoever has this address, three times an hour at most; to nobody where there is nobody. What came of it is for nobody to see. */
export async function mailReset(email: string): Promise<void> {
  if (!(await withinLimit(`reset ${email}`, "3/h"))) return;
  const personId = await personOf(email);
  if (personId === null) return;
  await auditEverywhere(personId, email, { action: "people.ask-reset", email });
  await sendMail(resetLetter({ to: email, link: await personLink(personId) }));
}

/** For the command line: a link by which a person chooses a new password. */
export async function makeResetLink(given: string): Promise<{ id: string; link: string }> {
  const email = given.trim().toLowerCase();
  const id = await personOf(email);
  if (id === null) throw new Error(`There is nobody with the e-mail ${given}.`);
  const link = await personLink(id);
  await auditEverywhere(id, "command line", { action: "people.reset-link", email });
  return { id, link };
}

/** For who looks after people where no mail is set up: the same for a member, shown once. A link made before dies. */
export async function makeMemberResetLink(sql: Sql, scope: MemberScope, memberId: string): Promise<string> {
  if (canMail()) refuse("Mail is set up here: they ask for a link themselves on the sign-in page, and it reaches them alone.");
  if (memberId === scope.actor.memberId) refuse("Your own password is changed on your profile.");
  const { role, personId } = await lockedMember(sql, scope, memberId);
  mayTouch(scope, role, role);
  await looksAfterAllOf(sql, scope.actor.personId, personId);
  await dropTokens(sql, "reset", personId);
  return addressOf(await issueToken(sql, scope, tokenFor(personId)));
}

/** Sets a new password by a link, which is spent by it; every session of the person ends. Throws where the link is over. */
export async function resetPassword(token: string, password: string, client: string): Promise<void> {
  if (!(await findReset(token))) over();
  const [done] = await identity<{ person_id: string; email: string }>("reset_password", [digestOf(token), await hashPassword(password)]);
  if (!done) return over();
  await identity("log_sign_in", [done.email, client, "reset"]);
  await auditEverywhere(done.person_id, done.email, { action: "people.reset-password", email: done.email });
}

// A password opens every workspace of a person: whoever may set it in one must be allowed to in all of them.
async function looksAfterAllOf(sql: Sql, actorId: string, personId: string): Promise<void> {
  const of = (id: string) => sql<{ slug: string; role: Role }>("SELECT slug, role FROM identity.memberships_of($1::uuid)", [id]);
  const mine = new Map((await of(actorId)).map(({ slug, role }) => [slug, grantable(role)]));
  const theirs = await of(personId);
  if (theirs.some(({ slug, role }) => !mine.get(slug)?.includes(role)))
    refuse(
      "They also work in a workspace whose people you do not look after, and a new password would open that one too. Whoever runs the server can make the link, with the command line's user reset-link.",
    );
}

async function personOf(email: string): Promise<string | null> {
  const [known] = await identity<{ person_id: string }>("find_login", [email]);
  return known?.person_id ?? null;
}

async function personLink(personId: string): Promise<string> {
  return addressOf(await issuePersonToken(tokenFor(personId)));
}

function tokenFor(personId: string) {
  return { purpose: "reset", subjectId: personId, expiresAt: new Date(Date.now() + RESET_MINUTES * 60_000) } as const;
}

function addressOf(token: string): string {
  return new URL(`/reset-password/${token}`, env().APP_URL).href;
}

function over(): never {
  refuse("This link was used already or is older than an hour. Ask for a new one; your password is as it was.");
}
