import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export type ShownStep = {
  id: string;
  version: number;
  name: string;
  kind: string | null;
  expectedOn: Day;
  latestOn: Day;
  /** The day somebody said, or that of the account's first milestone of this kind; the earlier one. */
  reachedOn: Day | null;
  /** Somebody said so, and may take it back. */
  byHand: boolean;
};

export type ShownPlan = {
  id: string;
  version: number;
  goal: string;
  measure: string | null;
  owner: { id: string; email: string } | null;
  status: "open" | "reached" | "dropped";
  startedOn: Day;
  steps: ShownStep[];
};

/** An account's success plans, the open ones first, each with its steps in their order. */
export function listPlans(sql: Sql, scope: Scope, accountId: string, asOf: Date): Promise<ShownPlan[]> {
  return sql(
    `WITH reached AS MATERIALIZED (SELECT kind, (min(at) AT TIME ZONE $2::text)::date AS day FROM app.milestone WHERE account_id = $1::uuid AND at <= $3::timestamptz GROUP BY 1)
     SELECT p.id::text AS id, p.version, p.goal, p.measure, p.status, (p.created_at AT TIME ZONE $2::text)::date::text AS "startedOn",
       CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('id', m.id, 'email', m.email) END AS owner,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'version', s.version, 'name', s.name, 'kind', s.kind, 'expectedOn', s.expected_on, 'latestOn', s.latest_on,
         'reachedOn', least(s.reached_on, r.day), 'byHand', s.reached_on IS NOT NULL AND r.day IS NULL) ORDER BY s.place, s.id)
         FROM app.plan_step s LEFT JOIN reached r ON r.kind = s.kind WHERE s.plan_id = p.id), '[]') AS steps
     FROM app.success_plan p LEFT JOIN app.member m ON m.id = p.owner_id
     WHERE p.account_id = $1::uuid ORDER BY array_position(ARRAY['open', 'reached', 'dropped'], p.status), p.created_at, p.id LIMIT 50`,
    [accountId, scope.timeZone, asOf],
  );
}
