import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Reached } from "@/lib/workspaces/first-steps";

/** How far the workspace has come, by its records alone, and whether its first steps were put away. */
export async function readReached(sql: Sql, scope: Scope): Promise<Reached & { isHidden: boolean }> {
  const [row] = await sql<Reached & { isHidden: boolean }>(
    `SELECT EXISTS (SELECT FROM app.account a WHERE a.workspace_id = w.id) AS accounts, EXISTS (SELECT FROM app.subscription s WHERE s.workspace_id = w.id) AS subscriptions,
       EXISTS (SELECT FROM app.derivation d WHERE d.workspace_id = w.id AND d.first_month IS NOT NULL) AS figures,
       (SELECT count(*) > 1 FROM app.member m WHERE m.workspace_id = w.id)
         OR EXISTS (SELECT FROM app.invitation i WHERE i.workspace_id = w.id AND i.revoked_at IS NULL) AS team,
       w.is_demo OR w.first_steps_hidden_at IS NOT NULL AS "isHidden"
     FROM app.workspace w WHERE w.id = $1::uuid`,
    [scope.workspaceId],
  );
  return row ?? { accounts: false, subscriptions: false, figures: false, team: false, isHidden: true };
}
