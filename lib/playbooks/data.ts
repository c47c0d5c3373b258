import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Definition } from "@/lib/playbooks/schema";

export type PlaybookStatus = "draft" | "live" | "off";

export type ShownPlaybook = {
  readonly id: string;
  readonly name: string;
  readonly status: PlaybookStatus;
  readonly version: number;
  readonly draft: Definition;
  readonly live: Definition | null;
  readonly liveSince: string | null;
  /** The draft says something else than what is live. */
  readonly isChanged: boolean;
  readonly author: string;
  readonly runs: number;
  readonly running: number;
  readonly lastRun: string | null;
};

const PLAYBOOK = `SELECT p.id::text, p.name, p.status, p.version, p.draft, p.live, to_char(p.live_since AT TIME ZONE $1, 'YYYY-MM-DD') AS "liveSince",
  p.live IS NOT NULL AND p.live <> p.draft AS "isChanged", coalesce(m.name, p.author) AS author,
  r.runs, r.running, to_char(r.last_at AT TIME ZONE $1, 'YYYY-MM-DD') AS "lastRun"
  FROM app.playbook p LEFT JOIN app.member m ON m.email = p.author
  LEFT JOIN LATERAL (SELECT count(*)::int AS runs, count(*) FILTER (WHERE status = 'running')::int AS running, max(started_at) AS last_at
    FROM app.playbook_run r WHERE r.playbook_id = p.id AND r.status <> 'held_out') AS r ON true`;

/** Every playbook: what is live first, then the drafts, then what was turned off. */
export function listPlaybooks(sql: Sql, scope: Scope): Promise<ShownPlaybook[]> {
  return sql<ShownPlaybook>(`${PLAYBOOK} ORDER BY array_position(ARRAY['live', 'draft', 'off'], p.status), lower(p.name), p.id`, [
    scope.timeZone,
  ]);
}

export async function findPlaybook(sql: Sql, scope: Scope, id: string): Promise<ShownPlaybook | null> {
  const [playbook] = await sql<ShownPlaybook>(`${PLAYBOOK} WHERE p.id = $2::uuid`, [scope.timeZone, id]);
  return playbook ?? null;
}

export type RunStatus = "running" | "done" | "stopped" | "failed" | "held_out";

export type ShownRun = {
  readonly id: string;
  readonly account: { readonly id: string; readonly name: string };
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly log: readonly { readonly at: string; readonly words: string }[];
};

const SHOWN = 50;

/** Who went through a playbook, the latest first: when, and what each step did, in words. */
export function listRuns(sql: Sql, scope: Scope, id: string): Promise<ShownRun[]> {
  return sql<ShownRun>(
    `SELECT r.id::text, jsonb_build_object('id', a.id, 'name', a.name) AS account, r.status, to_char(r.started_at AT TIME ZONE $1, 'YYYY-MM-DD') AS "startedAt",
       (SELECT jsonb_agg(jsonb_build_object('at', to_char((l->>'at')::timestamptz AT TIME ZONE $1, 'YYYY-MM-DD'), 'words', l->>'words') ORDER BY n)
        FROM jsonb_array_elements(r.log) WITH ORDINALITY AS e(l, n)) AS log
     FROM app.playbook_run r JOIN app.account a ON a.id = r.account_id WHERE r.playbook_id = $2::uuid ORDER BY r.started_at DESC, r.id LIMIT ${SHOWN}`,
    [scope.timeZone, id],
  );
}

/** What a step may name: members, endpoints, and the values accounts have. */
export type Choices = {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly endpoints: readonly { readonly id: string; readonly name: string }[];
  readonly segments: readonly string[];
  readonly plans: readonly string[];
  readonly stages: readonly string[];
};

export async function readChoices(sql: Sql, _scope: Scope): Promise<Choices> {
  const [choices] = await sql<Choices>(
    `SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'name', coalesce(name, email)) ORDER BY coalesce(name, email)) FROM app.member), '[]') AS members,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY name) FROM app.webhook_endpoint), '[]') AS endpoints,
       ${(["segment", "plan", "stage"] as const)
         .map(
           (name) =>
             `coalesce((SELECT jsonb_agg(v ORDER BY v) FROM (SELECT DISTINCT ${name} AS v FROM app.account_dimension WHERE ${name} IS NOT NULL AND until_at = 'infinity' LIMIT 200) AS each), '[]') AS ${name}s`,
         )
         .join(", ")}`,
  );
  return choices ?? { members: [], endpoints: [], segments: [], plans: [], stages: [] };
}
