import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { CallRow } from "./calls";
import type { PlanRow } from "./plans";

/** Writes down what was said of renewals, as of the day it was said: beside each call the score of that day. Health must stand. */
export async function loadCalls(scope: Scope, source: string, calls: readonly CallRow[]): Promise<void> {
  await withTenantConnection(scope, ({ sql }) =>
    sql(
      `INSERT INTO app.renewal_call (workspace_id, contract_id, call, amount, currency, note, band, score, author, at)
       SELECT $1::uuid, c.id, g.call, g.amount, c.currency, g.note, health.band, health.score, g.author, g.at
       FROM jsonb_to_recordset($3::text::jsonb) AS g(contract text, call text, amount bigint, note text, author text, at timestamptz)
       JOIN app.contract c ON c.source = $2 AND c.external_id = g.contract
       LEFT JOIN LATERAL (SELECT h.band, h.score FROM app.health_day h WHERE h.account_id = c.account_id AND h.day < (g.at AT TIME ZONE $4::text)::date
         AND h.day >= (g.at AT TIME ZONE $4::text)::date - 32 ORDER BY h.day DESC LIMIT 1) AS health ON true`,
      [scope.workspaceId, source, JSON.stringify(calls), scope.timeZone],
    ),
  );
}

export async function loadPlans(scope: Scope, source: string, plans: readonly PlanRow[]): Promise<void> {
  await withTenantConnection(scope, ({ sql }) =>
    sql(
      `WITH given AS MATERIALIZED (
         SELECT gen_random_uuid() AS id, a.id AS account_id, m.id AS owner_id, g.* FROM jsonb_to_recordset($3::text::jsonb)
           AS g(account text, goal text, measure text, owner text, status text, at timestamptz, steps jsonb)
         JOIN app.account a ON a.source = $2 AND a.external_id = g.account LEFT JOIN app.member m ON m.email = g.owner),
       plan AS (
         INSERT INTO app.success_plan (workspace_id, id, account_id, goal, measure, owner_id, status, author, created_at)
         SELECT $1::uuid, id, account_id, goal, measure, owner_id, status, owner, at FROM given RETURNING id)
       INSERT INTO app.plan_step (workspace_id, plan_id, name, kind, place, expected_on, latest_on, reached_on)
       SELECT $1::uuid, given.id, s.name, s.kind, s.place - 1, s."expectedOn", s."latestOn", s."reachedOn" FROM given
       CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(given.steps) AS (name text, kind text, "expectedOn" date, "latestOn" date, "reachedOn" date)) WITH ORDINALITY
         AS s(name, kind, "expectedOn", "latestOn", "reachedOn", place)
       WHERE EXISTS (SELECT FROM plan)`,
      [scope.workspaceId, source, JSON.stringify(plans)],
    ),
  );
}
