import { openInvitation } from "@/lib/invitations/data";
import { grantable } from "@/lib/people/matrix";
import { addMember } from "@/lib/people/mutations";
import { audit } from "@/lib/platform/audit";
import { codeOf, type Sql, withTenant } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { refuse } from "@/lib/platform/failure";
import { type MemberScope, type Role, systemScope } from "@/lib/platform/scope";
import { dropTokens, issueToken, resolveToken, spendToken } from "@/lib/platform/token";

const DAYS_OPEN = 7;

/** Invites an address and returns the link, which is shown once. An open invitation of the same address is replaced, and its link dies. */
export async function invite(sql: Sql, scope: MemberScope, { email, role }: { email: string; role: Role }): Promise<string> {
  if (!grantable(scope.actor.role).includes(role)) refuse("Only an owner can invite an owner.");
  const members = await sql("SELECT 1 FROM app.member WHERE workspace_id = $1::uuid AND email = $2", [scope.workspaceId, email]);
  if (members.length > 0) refuse(`${email} is a member already.`);
  const expiresAt = new Date(Date.now() + DAYS_OPEN * 86_400_000);
  const [row] = await sql<{ id: string }>(
    `INSERT INTO app.invitation (workspace_id, email, role, invited_by, expires_at) VALUES ($1::uuid, $2, $3, $4::uuid, $5::timestamptz)
     ON CONFLICT (workspace_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL
     DO UPDATE SET role = excluded.role, invited_by = excluded.invited_by, expires_at = excluded.expires_at RETURNING id::text`,
    [scope.workspaceId, email, role, scope.actor.memberId, expiresAt.toISOString()],
  );
  if (!row) throw new Error("the invitation was not written");
  await dropTokens(sql, "invitation", row.id);
  const token = await issueToken(sql, scope, { purpose: "invitation", subjectId: row.id, expiresAt });
  return new URL(`/invitation/${token}`, env().APP_URL).href;
}

export async function revokeInvitation(sql: Sql, scope: MemberScope, id: string): Promise<void> {
  const [row] = await sql<{ role: Role }>(
    "SELECT role FROM app.invitation WHERE workspace_id = $1::uuid AND id = $2::uuid AND accepted_at IS NULL AND revoked_at IS NULL FOR UPDATE",
    [scope.workspaceId, id],
  );
  if (!row) refuse("This invitation was accepted or revoked already. Reload the page to see what is open.");
  if (!grantable(scope.actor.role).includes(row.role)) refuse("Only an owner can take back an owner's invitation.");
  await sql("UPDATE app.invitation SET revoked_at = now() WHERE workspace_id = $1::uuid AND id = $2::uuid RETURNING 1", [
    scope.workspaceId,
    id,
  ]);
  await dropTokens(sql, "invitation", id);
}

/** For a person the installation does not know: makes them with this password and lets them in. */
export function joinByInvitation(token: string, joining: { name: string; passwordHash: string }): Promise<{ slug: string; email: string }> {
  return redeem(token, async (sql, email) => {
    const [person] = await sql<{ person_id: string; made: boolean }>(
      "SELECT person_id::text, made FROM identity.ensure_person($1, $2, $3)",
      [email, joining.name, joining.passwordHash],
    );
    if (!person?.made) refuse("There is a person with this address already. Sign in first, then accept.");
    return { personId: person.person_id, name: joining.name };
  });
}

/** For a person who is signed in with the invited address. */
export function acceptInvitation(
  token: string,
  person: { personId: string; email: string; name: string | null },
): Promise<{ slug: string; email: string }> {
  return redeem(token, async (_, email) => {
    if (email !== person.email)
      refuse(`This invitation is for ${email}, and you are signed in as ${person.email}. Sign in with the invited address to accept it.`);
    return { personId: person.personId, name: person.name };
  });
}

type Who = (sql: Sql, email: string) => Promise<{ personId: string; name: string | null }>;

// Token, person, membership and audit in one transaction: of fifty clicks one wins, and a click that fails spends nothing.
async function redeem(token: string, who: Who): Promise<{ slug: string; email: string }> {
  const resolved = await resolveToken(token, "invitation");
  const found = resolved && (await systemScope(resolved.slug, "invitation"));
  if (!found) return over();
  const [shown] = await withTenant(found, ({ sql }) => openInvitation(sql, found, resolved.subjectId), "read");
  const scope = shown && (await systemScope(found.slug, shown.email));
  if (!scope) return over();
  try {
    await withTenant(scope, async ({ sql }) => {
      const id = (await spendToken(sql, token, "invitation")) ?? over();
      const [invitation] = await openInvitation(sql, scope, id);
      if (!invitation) return over();
      const { personId, name } = await who(sql, invitation.email);
      await addMember(sql, scope, { personId, email: invitation.email, name, role: invitation.role });
      await sql("UPDATE app.invitation SET accepted_at = now() WHERE workspace_id = $1::uuid AND id = $2::uuid RETURNING 1", [
        scope.workspaceId,
        id,
      ]);
      await audit(sql, scope, "people.join", { email: invitation.email, role: invitation.role });
    });
  } catch (error) {
    if (codeOf(error) === "23505") refuse("You are a member of this workspace already.");
    throw error;
  }
  return { slug: scope.slug, email: shown.email };
}

function over(): never {
  refuse("This invitation was used, taken back, or is older than seven days. Ask for a new one.");
}
