import { CHOICES_SQL } from "@/lib/notifications/choices";
import type { Topic } from "@/lib/notifications/topics";
import type { Sql } from "@/lib/platform/db";
import { enqueueOutbox } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";

export type AccountNews = { readonly account: string; readonly text: string; readonly cause: string };

/** Tells of accounts whoever wants to hear of them: their owner, the leaders above the owner, or everybody who asked for all. The same cause once. */
export async function tellOfAccounts(sql: Sql, scope: Scope, topic: Topic, news: readonly AccountNews[]): Promise<number> {
  if (news.length === 0) return 0;
  const told = await sql(
    `WITH RECURSIVE choice AS MATERIALIZED (SELECT member_id, email, reach FROM (${CHOICES_SQL}) AS c WHERE c.topic = $2),
     above AS (SELECT id, id AS leader FROM app.member UNION SELECT a.id, m.manager_id FROM above a JOIN app.member m ON m.id = a.leader WHERE m.manager_id IS NOT NULL),
     news AS MATERIALIZED (SELECT * FROM unnest($3::uuid[], $4::text[], $5::text[]) AS n(account_id, text, cause))
     INSERT INTO app.notification (workspace_id, member_id, topic, text, link, cause, account_id)
     SELECT $1::uuid, c.member_id, $2, a.name || ': ' || n.text, $6 || a.id, n.cause, a.id
     FROM news n JOIN app.account a ON a.id = n.account_id LEFT JOIN app.member o ON o.email = a.owner_email
     JOIN choice c ON c.reach = 'all' OR c.member_id = o.id OR (c.reach = 'team' AND EXISTS (SELECT FROM above WHERE above.id = o.id AND above.leader = c.member_id))
     ON CONFLICT DO NOTHING RETURNING 1`,
    [
      scope.workspaceId,
      topic,
      news.map(({ account }) => account),
      news.map(({ text }) => text),
      news.map(({ cause }) => cause),
      `/w/${scope.slug}/accounts/`,
    ],
  );
  if (told.length > 0) await enqueueOutbox(scope, sql);
  return told.length;
}
