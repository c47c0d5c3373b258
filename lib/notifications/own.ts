import type { Choice } from "@/lib/notifications/data";
import { cadencesOf } from "@/lib/notifications/topics";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { MemberScope } from "@/lib/platform/scope";

/** Marks what a member was told as read: some of it, or all where nothing is named. */
export async function markRead(sql: Sql, { actor }: MemberScope, ids: readonly string[] | null): Promise<number> {
  const read = await sql(
    "UPDATE app.notification SET read_at = now() WHERE member_id = $1::uuid AND read_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY($2::uuid[])) RETURNING 1",
    [actor.memberId, ids],
  );
  return read.length;
}

export async function setChoice(sql: Sql, { workspaceId, actor }: MemberScope, { topic, cadence, reach }: Choice): Promise<void> {
  if (!cadencesOf(topic).includes(cadence)) refuse("This comes once a week or not at all. Nothing was changed.");
  await sql(
    `INSERT INTO app.notification_setting (workspace_id, member_id, topic, cadence, reach) VALUES ($1::uuid, $2::uuid, $3, $4, $5)
     ON CONFLICT (workspace_id, member_id, topic) DO UPDATE SET cadence = excluded.cadence, reach = excluded.reach RETURNING 1`,
    [workspaceId, actor.memberId, topic, cadence, reach],
  );
}
