import { CHOICES_SQL } from "@/lib/notifications/choices";
import type { Cadence, Reach, Topic } from "@/lib/notifications/topics";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export type ShownNews = {
  readonly id: string;
  readonly topic: string;
  readonly text: string;
  readonly link: string;
  readonly at: string;
  readonly isRead: boolean;
};

const SHOWN = 100;

/** What a member was told, the newest first. */
export function listNotifications(sql: Sql, scope: Scope): Promise<ShownNews[]> {
  return sql<ShownNews>(
    `SELECT id::text, topic, text, link, to_char(at AT TIME ZONE $2, 'YYYY-MM-DD HH24:MI') AS at, read_at IS NOT NULL AS "isRead"
     FROM app.notification WHERE member_id = $1::uuid ORDER BY at DESC, id LIMIT ${SHOWN}`,
    [memberOf(scope), scope.timeZone],
  );
}

export async function countUnread(sql: Sql, scope: Scope): Promise<number> {
  const [row] = await sql<{ unread: number }>(
    "SELECT count(*)::int AS unread FROM app.notification WHERE member_id = $1::uuid AND read_at IS NULL",
    [memberOf(scope)],
  );
  return row?.unread ?? 0;
}

export type Choice = { readonly topic: Topic; readonly cadence: Cadence; readonly reach: Reach };

/** How a member hears of each topic. */
export function listChoices(sql: Sql, scope: Scope): Promise<Choice[]> {
  return sql<Choice>(`SELECT topic, cadence, reach FROM (${CHOICES_SQL}) AS c WHERE c.member_id = $1::uuid`, [memberOf(scope)]);
}

function memberOf({ actor }: Scope): string | null {
  return actor.kind === "member" ? actor.memberId : null;
}
