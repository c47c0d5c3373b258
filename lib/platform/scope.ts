import { identity } from "@/lib/platform/identity";

declare const proven: unique symbol;

export const ROLES = ["owner", "admin", "manager", "csm", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** A workspace the caller is known to belong to, or that the system acts for. Only `proveScope` and `systemScope` make one. */
export type Scope = {
  readonly workspaceId: string;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
  /** Who acts: a member, or the system (a job, the command line). */
  readonly actor: { readonly kind: "system"; readonly name: string } | Acting;
  readonly [proven]: true;
};

export type Acting = {
  readonly kind: "member";
  readonly memberId: string;
  readonly personId: string;
  readonly email: string;
  readonly role: Role;
};

/** A scope whose actor is a member: what a page or an action runs with. */
export type MemberScope = Scope & { readonly actor: Acting };

type WorkspaceRow = { workspace_id: string; slug: string; name: string; currency: string; time_zone: string; is_demo: boolean };

/** The workspace by its slug, for a job or the command line; null where there is none. */
export async function systemScope(slug: string, name: string): Promise<Scope | null> {
  const workspace = await findWorkspace(slug);
  return workspace ? minted(workspace, { kind: "system", name }) : null;
}

/** The workspace by its slug, for a person whose session was checked; null where they are no member, or there is none. */
export async function proveScope(slug: string, person: { personId: string; email: string }): Promise<Scope | null> {
  const memberships = await identity<{ slug: string; role: Role; member_id: string }>("memberships_of", [person.personId]);
  const membership = memberships.find((candidate) => candidate.slug === slug);
  const workspace = membership && (await findWorkspace(slug));
  if (!workspace) return null;
  return minted(workspace, {
    kind: "member",
    memberId: membership.member_id,
    personId: person.personId,
    email: person.email,
    role: membership.role,
  });
}

export function memberScope(scope: Scope): MemberScope {
  const { actor } = scope;
  if (actor.kind !== "member") throw new Error("a page is shown to a member");
  return { ...scope, actor };
}

async function findWorkspace(slug: string): Promise<WorkspaceRow | undefined> {
  return (await identity<WorkspaceRow>("workspace_by_slug", [slug]))[0];
}

function minted(row: WorkspaceRow, actor: Scope["actor"]): Scope {
  const scope: Omit<Scope, typeof proven> = {
    workspaceId: row.workspace_id,
    slug: row.slug,
    name: row.name,
    currency: row.currency,
    timeZone: row.time_zone,
    isDemo: row.is_demo,
    actor,
  };
  return scope as Scope; // the brand exists in types alone; this module is its only mint
}
