import type { Sql } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import type { Whose } from "@/lib/signals/queue/choices";

/** Whose queue it is, by id and e-mail (both null: everybody's), and since when its reader has not looked; null at the first visit. */
export type Reader = {
  readonly whose: Whose;
  readonly members: readonly string[] | null;
  readonly emails: readonly string[] | null;
  readonly since: Date | null;
};

/** A visit goes on while its reader opens the page again within this time. */
export const VISIT_MINUTES = 30;

/** Who reads, and whose queue they asked for; unasked one's own where one has accounts, else one's team's where it has, else everybody's. */
export async function readReader(sql: Sql, scope: MemberScope, asked: Whose | null, asOf: Date): Promise<Reader> {
  const [row] = await sql<{ ids: string[]; emails: string[]; owns: boolean; leads: boolean; since: Date | null }>(
    `WITH RECURSIVE team AS (
       SELECT id, email FROM app.member WHERE id = $1::uuid
       UNION SELECT m.id, m.email FROM app.member m JOIN team ON m.manager_id = team.id)
     SELECT array_agg(team.id::text) AS ids, array_agg(team.email) AS emails,
       EXISTS (SELECT FROM app.account a WHERE a.owner_email = $2) AS owns,
       EXISTS (SELECT FROM app.account a WHERE a.owner_email IN (SELECT email FROM team)) AS leads,
       (SELECT CASE WHEN seen_at < $3::timestamptz - make_interval(mins => ${VISIT_MINUTES}) THEN seen_at ELSE seen_before END FROM app.member WHERE id = $1::uuid) AS since
     FROM team`,
    [scope.actor.memberId, scope.actor.email, asOf],
  );
  const whose = asked ?? (row?.owns ? "mine" : row?.leads ? "team" : "all");
  const since = row?.since ?? null;
  if (whose === "all" || row === undefined) return { whose, members: null, emails: null, since };
  if (whose === "mine") return { whose, members: [scope.actor.memberId], emails: [scope.actor.email], since };
  return { whose, members: row.ids, emails: row.emails, since };
}

/** Takes down that a member looks now; what came before the visit began stays known for as long as it lasts. */
export async function markSeen(sql: Sql, scope: MemberScope, asOf: Date): Promise<void> {
  await sql(
    `UPDATE app.member SET seen_before = CASE WHEN seen_at IS NULL OR seen_at < $2::timestamptz - make_interval(mins => ${VISIT_MINUTES}) THEN seen_at ELSE seen_before END,
       seen_at = $2::timestamptz WHERE id = $1::uuid RETURNING 1`,
    [scope.actor.memberId, asOf],
  );
}
