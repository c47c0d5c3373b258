import { type Sql, withTenant } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import { type Role, type Scope, systemScope } from "@/lib/platform/scope";
import { resolveToken } from "@/lib/platform/token";

export type InvitationRow = { readonly id: string; readonly email: string; readonly role: Role; readonly expiresAt: string };

/** Invitations that can still be accepted, newest first. */
export function listInvitations(sql: Sql, scope: Scope): Promise<InvitationRow[]> {
  return sql<InvitationRow>(
    `SELECT id::text, email, role, to_char(expires_at AT TIME ZONE $2, 'YYYY-MM-DD') AS "expiresAt" FROM app.invitation
     WHERE workspace_id = $1::uuid AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now() ORDER BY created_at DESC, id`,
    [scope.workspaceId, scope.timeZone],
  );
}

export type OpenInvitation = {
  readonly workspaceName: string;
  readonly slug: string;
  readonly email: string;
  readonly role: Role;
  readonly isKnown: boolean;
};

/** What the link of an invitation leads to; null where it was used, revoked, is too old or never was. */
export async function findInvitation(token: string): Promise<OpenInvitation | null> {
  const resolved = await resolveToken(token, "invitation");
  const scope = resolved && (await systemScope(resolved.slug, "invitation"));
  if (!scope) return null;
  const [row] = await withTenant(scope, ({ sql }) => openInvitation(sql, scope, resolved.subjectId), "read");
  if (!row) return null;
  const known = await identity("find_login", [row.email]);
  return { workspaceName: scope.name, slug: scope.slug, email: row.email, role: row.role, isKnown: known.length > 0 };
}

export function openInvitation(sql: Sql, scope: Scope, id: string): Promise<{ email: string; role: Role }[]> {
  return sql(
    "SELECT email, role FROM app.invitation WHERE workspace_id = $1::uuid AND id = $2::uuid AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()",
    [scope.workspaceId, id],
  );
}
