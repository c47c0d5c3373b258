import type { Topic } from "@/lib/notifications/topics";
import type { Sql } from "@/lib/platform/db";
import { enqueueOutbox } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";

export type News = {
  readonly topic: Topic;
  readonly text: string;
  /** Where it leads, below the workspace's address. */
  readonly link: string;
  /** The same cause is told a member once. */
  readonly cause: string;
  readonly account: string | null;
};

/** Tells members of something, in the transaction in which it happens; whoever does it themselves is not told. */
export async function tell(sql: Sql, scope: Scope, members: readonly string[], news: News): Promise<void> {
  const self = scope.actor.kind === "member" ? scope.actor.memberId : null;
  const others = members.filter((member) => member !== self);
  if (others.length === 0) return;
  const told = await sql(
    `INSERT INTO app.notification (workspace_id, member_id, topic, text, link, cause, account_id)
     SELECT $1::uuid, m.id, $3, $4, $5, $6, $7::uuid FROM app.member m WHERE m.id = ANY($2::uuid[]) ON CONFLICT DO NOTHING RETURNING 1`,
    [scope.workspaceId, others, news.topic, news.text, `/w/${scope.slug}${news.link}`, news.cause, news.account],
  );
  if (told.length > 0) await enqueueOutbox(scope, sql);
}
