// The demo workspace: made and loaded once; run again, it only says how to sign in. Prints {slug, email, password} as JSON.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dayAt } from "@/lib/kernel/zone";
import { addMember, ensurePerson } from "@/lib/people/mutations";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import { hashPassword, verifyPassword } from "@/lib/platform/password";
import { closePool } from "@/lib/platform/pool";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { createWorkspace } from "@/lib/workspaces/mutations";
import { DEMO_ZONE } from "@/prisma/seed/demo";
import { loadDemo } from "@/prisma/seed/load-demo";
import { TEAM } from "@/prisma/seed/team";
import { dataFolder } from "./server/settings.mjs";

const SLUG = "demo";
const EMAIL = "demo@bellwether.example";
const LOADED = "demo.load";

async function main(): Promise<{ slug: string; email: string; password?: string }> {
  const password = keptPassword();
  const [known] = await identity<{ password_hash: string }>("find_login", [EMAIL]);
  const found = await systemScope(SLUG, "demo");
  if (!found || (found.isDemo && !(await isLoaded(found)))) {
    await make(found, await ensurePerson(EMAIL, "Demo", known ? "" : await hashPassword(password)));
  }
  const isOurs = !known || (await verifyPassword(known.password_hash, password));
  return { slug: SLUG, email: EMAIL, ...(isOurs && { password }) };
}

async function make(halfMade: Scope | null, ownerId: string): Promise<void> {
  if (halfMade) await identity("remove_workspace", [halfMade.workspaceId]);
  await createWorkspace({ slug: SLUG, name: "Demo", currency: "USD", timeZone: DEMO_ZONE }, { ownerId, isDemo: true, actor: "demo" });
  const scope = await systemScope(SLUG, "demo");
  if (!scope) throw new Error("The demo workspace was not made.");
  await addTeam(scope);
  await loadDemo(scope, dayAt(now(), DEMO_ZONE));
  await withTenant(scope, ({ sql }) => audit(sql, scope, LOADED, {}));
}

// The team has no password anybody knows: they are there so that accounts have owners.
async function addTeam(scope: Scope): Promise<void> {
  const hash = await hashPassword(randomBytes(32).toString("base64url"));
  for (const { email, name, role } of TEAM) {
    const personId = await ensurePerson(email, name, hash);
    await withTenant(scope, ({ sql }) => addMember(sql, scope, { personId, email, name, role }));
  }
  await withTenant(scope, ({ sql }) =>
    sql(
      `UPDATE app.member m SET manager_id = lead.id FROM unnest($1::text[], $2::text[]) AS given(email, lead) JOIN app.member lead ON lead.email = given.lead
       WHERE m.email = given.email RETURNING 1`,
      [TEAM.map(({ email }) => email), TEAM.map(({ lead }) => lead)],
    ),
  );
}

function isLoaded(scope: Scope): Promise<boolean> {
  return withTenant(scope, async ({ sql }) => (await sql("SELECT 1 AS one FROM app.audit WHERE action = $1", [LOADED])).length > 0, "read");
}

function keptPassword(): string {
  const file = join(dataFolder(), "demo-password");
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(12).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

console.log(JSON.stringify(await main()));
await closePool();
