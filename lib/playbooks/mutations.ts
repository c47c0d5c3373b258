import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import { enqueuePlaybooks } from "@/lib/platform/jobs";
import type { MemberScope, Scope } from "@/lib/platform/scope";
import type { Definition } from "@/lib/playbooks/schema";
import { STARTERS } from "@/lib/playbooks/starters";

type Opened = { readonly id: string; readonly version: number };

const CHANGED =
  "Somebody else changed this playbook after you opened it, or removed it. Their change stands and nothing of yours was saved; reload to see it.";

const EMPTY: Definition = {
  trigger: { on: "band", band: "red" },
  filter: { segment: null, plan: null },
  steps: [{ does: "task", title: "Call them", type: "risk", reason: "health", detail: "", dueIn: 3, owner: "owner" }],
  holdout: 0,
};

/** Makes a draft, of one of the starters or of next to nothing. It does nothing before it is published. */
export async function createPlaybook(
  sql: Sql,
  scope: MemberScope,
  { name, starter }: { name: string; starter: string | null },
): Promise<{ id: string }> {
  const draft = STARTERS.find(({ id }) => id === starter)?.definition ?? EMPTY;
  const [made] = await sql<{ id: string }>(
    "INSERT INTO app.playbook (workspace_id, name, draft, author) VALUES ($1::uuid, $2, $3::text::jsonb, $4) RETURNING id::text",
    [scope.workspaceId, name, JSON.stringify(draft), scope.actor.email],
  );
  if (!made) throw new Error("the playbook was not made");
  return made;
}

/** Keeps a draft. What is live stays as it is until this is published. */
export async function savePlaybook(
  sql: Sql,
  _scope: Scope,
  { id, version }: Opened,
  { name, draft }: { name: string; draft: Definition },
): Promise<{ version: number }> {
  await checkNamed(sql, draft);
  const [saved] = await sql<{ version: number }>(
    "UPDATE app.playbook SET name = $3, draft = $4::text::jsonb, version = version + 1, updated_at = now() WHERE id = $1::uuid AND version = $2::int RETURNING version",
    [id, version, name, JSON.stringify(draft)],
  );
  return saved ?? refuse(CHANGED);
}

/** Makes the draft live. It starts for what happens from now on; runs under way end as they began. */
export async function publishPlaybook(sql: Sql, scope: Scope, { id, version }: Opened, at: Date): Promise<void> {
  const [draft] = await sql<{ draft: Definition }>("SELECT draft FROM app.playbook WHERE id = $1::uuid AND version = $2::int FOR UPDATE", [
    id,
    version,
  ]);
  if (!draft) refuse(CHANGED);
  await checkNamed(sql, draft.draft);
  await sql(
    `UPDATE app.playbook SET live_since = CASE WHEN status = 'live' AND live->'trigger' = draft->'trigger' THEN live_since ELSE $3::timestamptz END,
       live = draft, holdout_pct = (draft->>'holdout')::int, status = 'live', version = version + 1, updated_at = now()
     WHERE id = $1::uuid AND version = $2::int RETURNING 1`,
    [id, version, at],
  );
  await enqueuePlaybooks(scope, sql);
}

/** Turns a playbook off. Tasks stay open; runs that wait stop where they are. */
export async function turnOffPlaybook(sql: Sql, _scope: Scope, { id, version }: Opened, at: Date): Promise<void> {
  const off = await sql(
    "UPDATE app.playbook SET status = 'off', version = version + 1, updated_at = now() WHERE id = $1::uuid AND version = $2::int AND status = 'live' RETURNING 1",
    [id, version],
  );
  if (off.length === 0) refuse(CHANGED);
  await sql(
    `UPDATE app.playbook_run SET status = 'stopped', ended_at = $2::timestamptz,
       log = log || jsonb_build_array(jsonb_build_object('at', $2::timestamptz, 'words', 'Stopped: the playbook was turned off.'))
     WHERE playbook_id = $1::uuid AND status = 'running' RETURNING 1`,
    [id, at],
  );
}

/** Removes a playbook that never ran; what ran is history. */
export async function removePlaybook(sql: Sql, _scope: Scope, { id, version }: Opened): Promise<void> {
  const [ran] = await sql("SELECT 1 FROM app.playbook_run WHERE playbook_id = $1::uuid LIMIT 1", [id]);
  if (ran) refuse("This playbook has run, and what it did is kept with it. Turn it off instead; nothing was removed.");
  const gone = await sql("DELETE FROM app.playbook WHERE id = $1::uuid AND version = $2::int RETURNING 1", [id, version]);
  if (gone.length === 0) refuse(CHANGED);
}

async function checkNamed(sql: Sql, { steps }: Definition): Promise<void> {
  const members = steps
    .flatMap((step) => (step.does === "task" ? [step.owner] : step.does === "mail" ? [step.to] : []))
    .filter((who) => who.includes("-"));
  const endpoints = steps.flatMap((step) => (step.does === "webhook" ? [step.endpoint] : []));
  const [found] = await sql<{ members: boolean; endpoints: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM unnest($1::uuid[]) AS named(id) WHERE NOT EXISTS (SELECT FROM app.member m WHERE m.id = named.id)) AS members,
       NOT EXISTS (SELECT FROM unnest($2::uuid[]) AS named(id) WHERE NOT EXISTS (SELECT FROM app.webhook_endpoint w WHERE w.id = named.id)) AS endpoints`,
    [members, endpoints],
  );
  if (!found?.members)
    refuse("A step names somebody who is no member of this workspace any more. Nothing was saved; choose somebody else.");
  if (!found.endpoints) refuse("A step calls an endpoint that is not there any more. Nothing was saved; choose another.");
}
