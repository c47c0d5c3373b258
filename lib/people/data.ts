import type { Sql } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import type { Role, Scope } from "@/lib/platform/scope";

export type MemberRow = {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly createdAt: string;
  /** The member whose team they are in. */
  readonly managerId: string | null;
};

/** Everyone of the workspace, owners first. */
export function listMembers(sql: Sql, scope: Scope): Promise<MemberRow[]> {
  return sql<MemberRow>(
    `SELECT id::text, email, name, role, to_char(created_at AT TIME ZONE $2, 'YYYY-MM-DD') AS "createdAt", manager_id::text AS "managerId" FROM app.member WHERE workspace_id = $1::uuid
     ORDER BY array_position(ARRAY['owner','admin','manager','csm','viewer'], role), lower(coalesce(name, email)), email`,
    [scope.workspaceId, scope.timeZone],
  );
}

/**
 * Whose accounts somebody looks at, as the e-mails of owners: `mine`, `team` (oneself, those whom one leads, and whom they lead), one owner by e-mail, or null for
 * `all`. Of the system's own work everything is everybody's.
 */
export async function listOwnersOf(sql: Sql, scope: Scope, { whose }: { whose: string }): Promise<string[] | null> {
  const { actor } = scope;
  if (whose === "all" || actor.kind !== "member") return null;
  if (whose === "mine") return [actor.email];
  if (whose !== "team") return [whose];
  const team = await sql<{ email: string }>(
    `WITH RECURSIVE team AS (
       SELECT id, email FROM app.member WHERE id = $1::uuid UNION SELECT m.id, m.email FROM app.member m JOIN team ON m.manager_id = team.id)
     SELECT email FROM team ORDER BY email`,
    [actor.memberId],
  );
  return team.map(({ email }) => email);
}

export type SessionRow = { readonly id: string; readonly agent: string; readonly openedAt: string };

/** The browsers a person is signed in with, newest first. */
export async function listSessions(personId: string): Promise<SessionRow[]> {
  const rows = await identity<{ session_id: string; user_agent: string | null; created_at: Date }>("sessions_of", [personId]);
  return rows.map((row) => ({ id: row.session_id, agent: row.user_agent ?? "", openedAt: row.created_at.toISOString() }));
}

export type Membership = { readonly slug: string; readonly name: string; readonly role: Role; readonly isDemo: boolean };

/** The workspaces a person may enter: what the switcher and the chooser show. */
export async function listMemberships(personId: string): Promise<Membership[]> {
  const rows = await identity<{ slug: string; name: string; role: Role; is_demo: boolean }>("memberships_of", [personId]);
  return rows.map((row) => ({ slug: row.slug, name: row.name, role: row.role, isDemo: row.is_demo }));
}
