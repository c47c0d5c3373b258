import { UsageError } from "@/lib/kernel/usage-error";
import { audit } from "@/lib/platform/audit";
import { type Sql, withTenant, withTenantConnection } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import { identity } from "@/lib/platform/identity";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { NewWorkspace } from "@/lib/workspaces/schema";

/** Makes a workspace. With a person, they become its owner; without one nobody is in it. Throws where the address is taken. */
export async function createWorkspace(
  given: { slug: string; name: string; currency?: string | undefined; timeZone?: string | undefined },
  { ownerId = null, isDemo = false, actor = "command line" }: { ownerId?: string | null; isDemo?: boolean; actor?: string } = {},
): Promise<{ id: string; slug: string }> {
  const parsed = NewWorkspace.safeParse(given);
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? "The workspace is not valid.");
  const { slug, name, currency, timeZone } = parsed.data;
  const [row] = await identity<{ create_workspace: string | null }>("create_workspace", [slug, name, currency, timeZone, isDemo, ownerId]);
  if (!row?.create_workspace) refuse(`The address "${slug}" is taken. Choose another.`);
  const scope = await systemScope(slug, actor);
  if (scope) await withTenant(scope, ({ sql }) => audit(sql, scope, "workspace.create", { name, currency, timeZone }));
  return { id: row.create_workspace, slug };
}

/** Removes a workspace and everything in it, at once and for ever. */
export async function removeWorkspace(scope: Scope): Promise<void> {
  await withTenantConnection(scope, async ({ sql }) => {
    await sql("SET LOCAL app.workspace_id = ''"); // without a tenant nothing is marked for a refresh that will never come
    await sql("SELECT identity.remove_workspace($1::uuid)", [scope.workspaceId]);
  });
}

/** Changes what a workspace is called and, as long as it holds no records, how it counts money and days. */
export async function changeWorkspace(sql: Sql, scope: Scope, to: { name: string; currency: string; timeZone: string }): Promise<void> {
  const recounts = to.currency !== scope.currency || to.timeZone !== scope.timeZone;
  await sql("SELECT 1 FROM app.workspace WHERE id = $1::uuid FOR UPDATE", [scope.workspaceId]);
  if (recounts && (await hasRecords(sql, scope))) {
    refuse("The currency and the time zone are fixed once there are records, since every number was made with them. Nothing was changed.");
  }
  await sql("UPDATE app.workspace SET name = $2, currency = $3, time_zone = $4 WHERE id = $1::uuid RETURNING 1", [
    scope.workspaceId,
    to.name,
    to.currency,
    to.timeZone,
  ]);
}

/** The same for what is given as text, with the rest as it was, and a line in the audit. */
export async function renameWorkspace(
  scope: Scope,
  given: { [key in "name" | "currency" | "timeZone"]: string | undefined },
): Promise<void> {
  const { name, currency, timeZone } = scope;
  const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = NewWorkspace.safeParse({ slug: scope.slug, name, currency, timeZone, ...told });
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? "The workspace is not valid.");
  const to = { name: parsed.data.name, currency: parsed.data.currency, timeZone: parsed.data.timeZone };
  await withTenant(scope, async ({ sql }) => {
    await changeWorkspace(sql, scope, to);
    await audit(sql, scope, "workspace.change", to);
  });
}

/** Puts the first steps away, for everybody in the workspace. */
export async function hideFirstSteps(sql: Sql, scope: Scope): Promise<void> {
  await sql("UPDATE app.workspace SET first_steps_hidden_at = coalesce(first_steps_hidden_at, now()) WHERE id = $1::uuid RETURNING 1", [
    scope.workspaceId,
  ]);
}

export async function hasRecords(sql: Sql, scope: Scope): Promise<boolean> {
  const [row] = await sql<{ any: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM app.account WHERE workspace_id = $1::uuid) OR EXISTS (SELECT 1 FROM app.exchange_rate WHERE workspace_id = $1::uuid)
       OR EXISTS (SELECT 1 FROM app.survey_response WHERE workspace_id = $1::uuid) OR EXISTS (SELECT 1 FROM app.cost WHERE workspace_id = $1::uuid)
       OR EXISTS (SELECT 1 FROM app.import_run WHERE workspace_id = $1::uuid) AS any`,
    [scope.workspaceId],
  );
  return row?.any ?? false;
}
