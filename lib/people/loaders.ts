import "server-only";
import { type InvitationRow, listInvitations } from "@/lib/invitations/data";
import { listMembers, listMemberships, listSessions, type MemberRow, type Membership, type SessionRow } from "@/lib/people/data";
import { can, grantable } from "@/lib/people/matrix";
import { withTenant } from "@/lib/platform/db";
import { canMail } from "@/lib/platform/mail";
import type { Role } from "@/lib/platform/scope";
import { type Person, requirePerson, requireScope } from "@/lib/platform/session";

export type PeopleView = {
  readonly workspace: { slug: string; name: string };
  readonly members: MemberRow[];
  readonly invitations: InvitationRow[];
  readonly meId: string;
  /** The roles the person on this page may give; none where they may not change people at all. */
  readonly grantable: readonly Role[];
  readonly sendsMail: boolean;
};

export async function loadPeople(slug: string): Promise<PeopleView> {
  const scope = await requireScope(slug, "/w/[workspace]/settings/people");
  const { role, memberId } = scope.actor;
  const mayInvite = can(role, "people.invite");
  const [members, invitations] = await withTenant(
    scope,
    async ({ sql }) => [await listMembers(sql, scope), mayInvite ? await listInvitations(sql, scope) : []] as const,
    "read",
  );
  return {
    workspace: { slug: scope.slug, name: scope.name },
    members,
    invitations,
    meId: memberId,
    grantable: grantable(role),
    sendsMail: canMail(),
  };
}

export type ProfileView = { readonly person: Person; readonly sessions: SessionRow[]; readonly memberships: Membership[] };

export async function loadProfile(): Promise<ProfileView> {
  const person = await requirePerson();
  return { person, sessions: await listSessions(person.personId), memberships: await listMemberships(person.personId) };
}

/** The person and the workspaces they may enter: for the chooser and the switcher. */
export async function loadMemberships(): Promise<{ person: Person; memberships: Membership[] }> {
  const person = await requirePerson();
  return { person, memberships: await listMemberships(person.personId) };
}
