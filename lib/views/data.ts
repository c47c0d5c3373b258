import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Screen } from "@/lib/views/schema";

export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  readonly author: string;
  readonly version: number;
  /** Whoever looks begins the screen with it. */
  readonly isDefault: boolean;
};

/** The views of a screen that somebody may look at, by name: their own, and what others share. The system has none of its own. */
export function listViews(sql: Sql, scope: Scope, { screen }: { screen: Screen }): Promise<SavedView[]> {
  const { actor } = scope;
  const [email, member] = actor.kind === "member" ? [actor.email, actor.memberId] : [null, null];
  return sql(
    `SELECT v.id::text AS id, v.name, v.query, v.shared, v.author, v.version, d.view_id IS NOT NULL AS "isDefault"
     FROM app.saved_view v LEFT JOIN app.default_view d ON d.view_id = v.id AND d.screen = v.screen AND d.member_id = $3::uuid
     WHERE v.workspace_id = $4::uuid AND v.screen = $1 AND (v.shared OR v.author = $2::text) ORDER BY lower(v.name), v.author, v.id`,
    [screen, email, member, scope.workspaceId],
  );
}
