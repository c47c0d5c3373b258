import { invite } from "@/lib/invitations/mutations";
import { createUser } from "@/lib/people/mutations";
import { withTenant } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import { memberScope, proveScope, ROLES, systemScope } from "@/lib/platform/scope";
import { openSession } from "@/lib/platform/sign-in";
import { createPlaybook } from "@/lib/playbooks/mutations";
import { createWorkspace } from "@/lib/workspaces/mutations";

// Makes a workspace with one member of each role and a little of everything, and prints what is in it. Every text that a person wrote carries the word given.

const [slug = "", word = ""] = process.argv.slice(2);
const SPARES = 8;
const PASSWORD = "correct horse battery";

await createWorkspace({ slug, name: `${word} Ltd` });
const scope = await systemScope(slug, "tests");
if (!scope) throw new Error(`${slug} was not made`);

const members = [];
const wanted = [
  ...ROLES.map((role) => ({ role, name: role as string })),
  ...Array.from({ length: SPARES }, (_, n) => ({ role: "csm" as const, name: `spare-${n}` })),
];
for (const { role, name } of wanted) {
  const email = `${name}@${slug}.test`;
  const { id: personId } = await createUser({ email, password: PASSWORD, workspace: slug, role, name: `${word} ${name}` });
  const proven = await proveScope(slug, { personId, email });
  if (!proven) throw new Error(`${email} was not let in`);
  const { memberId } = memberScope(proven).actor;
  const { sessionId } = await openSession(personId, `${word} browser`);
  members.push({ role, email, password: PASSWORD, personId, memberId, sessionId });
}

const [owner] = members;
const acting = owner && (await proveScope(slug, owner));
if (!acting) throw new Error("there is no owner");
const rows = await withTenant(acting, async ({ sql }) => {
  const link = await invite(sql, memberScope(acting), { email: `invited@${slug}.test`, role: "csm" });
  const accounts = await sql<{ id: string }>(
    `INSERT INTO app.account (workspace_id, source, external_id, name, domain, segment, plan, industry, region, country, owner_email, stage)
     SELECT $1::uuid, 'crm', $2 || n, $2 || ' account ' || n, $2 || '.example', $2, $2, $2, $2, $2, $3, $2 FROM generate_series(1, 3) n RETURNING id::text`,
    [acting.workspaceId, word, `csm@${slug}.test`],
  );
  await sql(
    `INSERT INTO app.account_version (workspace_id, account_id, from_at, segment, plan, industry, region, country, owner_email, stage)
     SELECT workspace_id, id, '-infinity', segment, plan, industry, region, country, owner_email, stage FROM app.account WHERE workspace_id = $1::uuid RETURNING 1`,
    [acting.workspaceId],
  );
  await sql(
    `INSERT INTO app.subscription (workspace_id, source, external_id, account_id, started_at, amount, currency, interval, plan)
     SELECT $1::uuid, 'crm', $2 || name, id, '2025-01-01', 123400, 'USD', 'month', $2 FROM app.account WHERE workspace_id = $1::uuid RETURNING 1`,
    [acting.workspaceId, word],
  );
  await sql(
    `INSERT INTO app.survey_response (workspace_id, source, external_id, account_id, kind, score, scale, comment, answered_at)
     SELECT $1::uuid, 'crm', $2 || name, id, 'nps', 8, 10, $2, '2025-06-15' FROM app.account WHERE workspace_id = $1::uuid RETURNING 1`,
    [acting.workspaceId, word],
  );
  const [run] = await sql<{ id: string }>(
    `INSERT INTO app.import_run (workspace_id, kind, source, file_name, file_sha256, map_sha256, status, read, rejected, reasons, actor, finished_at)
     VALUES ($1::uuid, 'accounts', $2, $2 || '.csv', $2, $2, 'done', 1, 1, '{"missing-field": 1}', $2, now()) RETURNING id::text`,
    [acting.workspaceId, word],
  );
  await sql(
    `INSERT INTO app.import_reject (workspace_id, run_id, line, reason, detail, cells) VALUES ($1::uuid, $2::uuid, 2, 'missing-field', 'name', jsonb_build_array($3::text))
     RETURNING 1`,
    [acting.workspaceId, run?.id, word],
  );
  const [file] = await sql<{ id: string }>(
    "INSERT INTO app.import_file (workspace_id, name, bytes, status, actor) VALUES ($1::uuid, $2 || '.csv', length($3), 'ready', $2) RETURNING id::text",
    [acting.workspaceId, word, `externalId,name\n${word},${word}\n`],
  );
  await sql(
    "INSERT INTO app.import_file_part (workspace_id, file_id, n, content) VALUES ($1::uuid, $2::uuid, 0, convert_to($3, 'UTF8')) RETURNING 1",
    [acting.workspaceId, file?.id, `externalId,name\n${word},${word}\n`],
  );
  const { id: playbookId } = await createPlaybook(sql, memberScope(acting), { name: word, starter: null });
  const [invitation] = await sql<{ id: string }>("SELECT id::text FROM app.invitation WHERE workspace_id = $1::uuid", [acting.workspaceId]);
  return {
    runId: run?.id ?? "",
    fileId: file?.id ?? "",
    playbookId,
    accountIds: accounts.map(({ id }) => id),
    invitationId: invitation?.id ?? "",
    invitationToken: link.split("/").at(-1) ?? "",
  };
});
console.log(JSON.stringify({ slug, word, workspaceId: scope.workspaceId, members, ...rows }));
await closePool();
