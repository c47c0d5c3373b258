import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Target } from "@/lib/targets/rules";

/** Every target of the workspace, by metric, the latest first. `targetFor` says which of them holds for a period. */
export function readTargets(sql: Sql, scope: Scope): Promise<Target[]> {
  return sql<Target>(
    `SELECT t.id::text AS id, t.version, t.metric, t.span, t.from_day::text AS "fromDay", t.standing, t.value,
       CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'email', m.email) END AS owner
     FROM app.target t LEFT JOIN app.member m ON m.workspace_id = t.workspace_id AND m.id = t.owner_id
     WHERE t.workspace_id = $1::uuid ORDER BY t.metric, t.from_day DESC, t.standing, t.span`,
    [scope.workspaceId],
  );
}
