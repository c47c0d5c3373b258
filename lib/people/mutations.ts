import { UsageError } from "@/lib/kernel/usage-error";
import { grantable } from "@/lib/people/matrix";
import { NewPassword, PersonName, RoleName } from "@/lib/people/schema";
import { audit } from "@/lib/platform/audit";
import { codeOf, type Sql, withTenant } from "@/lib/platform/db";
import { Email } from "@/lib/platform/email-address";
import { refuse } from "@/lib/platform/failure";
import { identity } from "@/lib/platform/identity";
import { hashPassword, verifyPassword } from "@/lib/platform/password";
import { type MemberScope, type Role, type Scope, systemScope } from "@/lib/platform/scope";

/** For the command line: adds a person to a workspace. A known e-mail gets a membership and keeps its password. */
export async function createUser(given: {
  email: string;
  password: string;
  workspace: string;
  role: string;
  name?: string;
}): Promise<{ id: string }> {
  const email = parsed(Email, given.email);
  const role = parsed(RoleName, given.role);
  const scope = await systemScope(given.workspace, "command line");
  if (!scope) throw new UsageError(`There is no workspace "${given.workspace}".`);
  const [known] = await identity<{ person_id: string; name: string | null }>("find_login", [email]);
  const name = given.name === undefined ? null : parsed(PersonName, given.name);
  const hash = known ? "" : await hashPassword(parsed(NewPassword, given.password));
  const id = known?.person_id ?? (await ensurePerson(email, name, hash));
  try {
    await withTenant(scope, async ({ sql }) => {
      await addMember(sql, scope, { personId: id, email, name: name ?? known?.name ?? null, role });
      await audit(sql, scope, "people.add", { email, role });
    });
  } catch (error) {
    if (codeOf(error) === "23505") throw new Error(`${email} is already a member of ${given.workspace}.`);
    throw error;
  }
  return { id };
}

/** For the command line: sets a password and ends every session of that person. */
export async function setPassword(given: { email: string; password: string }): Promise<{ id: string }> {
  const [known] = await identity<{ person_id: string }>("find_login", [parsed(Email, given.email)]);
  if (!known) throw new Error(`There is nobody with the e-mail ${given.email}.`);
  await identity("set_password", [known.person_id, await hashPassword(parsed(NewPassword, given.password))]);
  await auditEverywhere(known.person_id, "command line", { action: "people.set-password", email: parsed(Email, given.email) });
  return { id: known.person_id };
}

export async function ensurePerson(email: string, name: string | null, hash: string): Promise<string> {
  const [row] = await identity<{ person_id: string }>("ensure_person", [email, name, hash]);
  if (!row) throw new Error("the person was not made");
  return row.person_id;
}

export async function addMember(
  sql: Sql,
  scope: Scope,
  member: { personId: string; email: string; name: string | null; role: Role },
): Promise<void> {
  await sql("INSERT INTO app.member (workspace_id, user_id, email, name, role) VALUES ($1::uuid, $2::uuid, $3, $4, $5) RETURNING 1", [
    scope.workspaceId,
    member.personId,
    member.email,
    member.name,
    member.role,
  ]);
}

/** Gives a member another role, and ends their sessions: what they may do changed. */
export async function changeRole(sql: Sql, scope: MemberScope, change: { memberId: string; role: Role }): Promise<void> {
  const member = await lockedMember(sql, scope, change.memberId);
  mayTouch(scope, member.role, change.role);
  if (member.role === change.role) return;
  if (member.role === "owner") await keepAnOwner(sql, scope);
  await sql("UPDATE app.member SET role = $3, version = version + 1 WHERE workspace_id = $1::uuid AND id = $2::uuid RETURNING 1", [
    scope.workspaceId,
    change.memberId,
    change.role,
  ]);
  await sql("SELECT 1 FROM identity.close_sessions($1::uuid)", [member.personId]);
}

/** Says in whose team a member is; nobody's where null. A team has no circle: whoever leads somebody is not led by them. */
export async function setManager(sql: Sql, scope: MemberScope, change: { memberId: string; managerId: string | null }): Promise<void> {
  await lockedMember(sql, scope, change.memberId);
  if (change.managerId !== null) {
    await lockedMember(sql, scope, change.managerId);
    const [circle] = await sql<{ found: boolean }>(
      `WITH RECURSIVE above(id) AS (SELECT $2::uuid UNION SELECT m.manager_id FROM above JOIN app.member m ON m.id = above.id WHERE m.manager_id IS NOT NULL)
       SELECT EXISTS (SELECT FROM above WHERE id = $1::uuid) AS found`,
      [change.memberId, change.managerId],
    );
    if (circle?.found) refuse("Nobody leads whoever leads them, or themselves. Nothing was changed; choose somebody else.");
  }
  await sql(
    "UPDATE app.member SET manager_id = $3::uuid, version = version + 1 WHERE workspace_id = $1::uuid AND id = $2::uuid RETURNING 1",
    [scope.workspaceId, change.memberId, change.managerId],
  );
}

export async function removeMember(sql: Sql, scope: MemberScope, memberId: string): Promise<void> {
  const member = await lockedMember(sql, scope, memberId);
  if (memberId !== scope.actor.memberId) mayTouch(scope, member.role, member.role);
  if (member.role === "owner") await keepAnOwner(sql, scope);
  await sql("DELETE FROM app.member WHERE workspace_id = $1::uuid AND id = $2::uuid RETURNING 1", [scope.workspaceId, memberId]);
}

// The workspace's row is the lock: two owners who remove each other at once come one after the other, and the second is told no.
export async function lockedMember(sql: Sql, scope: Scope, memberId: string): Promise<{ role: Role; personId: string }> {
  await sql("SELECT 1 FROM app.workspace WHERE id = $1::uuid FOR UPDATE", [scope.workspaceId]);
  const [member] = await sql<{ role: Role; personId: string }>(
    `SELECT role, user_id::text AS "personId" FROM app.member WHERE workspace_id = $1::uuid AND id = $2::uuid`,
    [scope.workspaceId, memberId],
  );
  return member ?? refuse("This member is no longer in the workspace. Reload the page to see who is.");
}

async function keepAnOwner(sql: Sql, scope: Scope): Promise<void> {
  const [row] = await sql<{ owners: number }>(
    "SELECT count(*)::int AS owners FROM app.member WHERE workspace_id = $1::uuid AND role = 'owner'",
    [scope.workspaceId],
  );
  if ((row?.owners ?? 0) < 2) refuse("This is the last owner, and a workspace needs one. Make somebody else an owner first.");
}

/** Whether this member may give that role, and take it. */
export function mayTouch(scope: MemberScope, from: Role, to: Role): void {
  const allowed = grantable(scope.actor.role);
  if (!allowed.includes(from) || !allowed.includes(to)) refuse("Only an owner can do this to an owner, or make one.");
}

/** Changes the password of a person who knows the present one. Every session ends, this one too. */
export async function changePassword(
  person: { personId: string; email: string },
  change: { current: string; next: string },
): Promise<void> {
  const [login] = await identity<{ password_hash: string }>("find_login", [person.email]);
  if (!(await verifyPassword(login?.password_hash, change.current))) refuse("The present password is not right, so nothing was changed.");
  await identity("set_password", [person.personId, await hashPassword(change.next)]);
  await auditEverywhere(person.personId, person.email, { action: "people.change-password", email: person.email });
}

/** A person's name, in every workspace they belong to. */
export async function renamePerson(person: { personId: string }, name: string): Promise<void> {
  await identity("set_name", [person.personId, name]);
  await everywhere(person.personId, "profile", (sql, scope) =>
    sql("UPDATE app.member SET name = $3, version = version + 1 WHERE workspace_id = $1::uuid AND user_id = $2::uuid RETURNING 1", [
      scope.workspaceId,
      person.personId,
      name,
    ]),
  );
}

/** A line in the audit of every workspace a person belongs to: what happens to a person's sign-in concerns them all. */
export function auditEverywhere(personId: string, actor: string, { action, email }: { action: string; email: string }): Promise<void> {
  return everywhere(personId, actor, (sql, scope) => audit(sql, scope, action, { email }));
}

async function everywhere(personId: string, actor: string, work: (sql: Sql, scope: Scope) => Promise<unknown>): Promise<void> {
  for (const { slug } of await identity<{ slug: string }>("memberships_of", [personId])) {
    const scope = await systemScope(slug, actor);
    if (scope) await withTenant(scope, ({ sql }) => work(sql, scope));
  }
}

function parsed<T>(
  schema: { safeParse: (given: unknown) => { success: true; data: T } | { success: false; error: { issues: { message: string }[] } } },
  given: unknown,
): T {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new UsageError(result.error.issues[0]?.message ?? "The value is not valid.");
}
