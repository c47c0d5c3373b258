import { createUser } from "@/lib/people/mutations";
import { type MemberScope, memberScope, proveScope, type Role, systemScope } from "@/lib/platform/scope";
import { createWorkspace } from "@/lib/workspaces/mutations";

export const PASSWORD = "correct horse battery";

/** A workspace with one member of each role named, `owner-1@<slug>.test` and so on; returns their scopes in the order given. */
export async function peopled<const Roles extends readonly Role[]>(
  slug: string,
  roles: Roles,
): Promise<{ [Place in keyof Roles]: MemberScope }> {
  await createWorkspace({ slug, name: slug });
  const scopes: MemberScope[] = [];
  for (const [place, role] of roles.entries()) scopes.push(await joined(slug, `${role}-${place + 1}@${slug}.test`, role));
  return scopes as { [Place in keyof Roles]: MemberScope }; // one scope was pushed for each role, in order
}

export async function joined(slug: string, email: string, role: Role): Promise<MemberScope> {
  const { id } = await createUser({ email, password: PASSWORD, workspace: slug, role });
  const scope = await proveScope(slug, { personId: id, email });
  if (!scope) throw new Error(`${email} is not in ${slug}`);
  return memberScope(scope);
}

export async function systemOf(slug: string) {
  const scope = await systemScope(slug, "test");
  if (!scope) throw new Error(`there is no ${slug}`);
  return scope;
}
