import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import { cursorText, type Page, pageOf, readCursor } from "@/lib/platform/keyset";
import type { Scope } from "@/lib/platform/scope";

export type ShownAnswer = {
  id: string;
  kind: "nps" | "csat" | "ces";
  /** Null where they were asked and did not answer. */
  score: number | null;
  scale: number;
  comment: string | null;
  answeredOn: Day;
  /** Null where nobody is named. */
  by: string | null;
};

const ANSWER = `r.id::text AS id, r.kind, r.score::int AS score, r.scale::int AS scale, r.comment,
  (r.answered_at AT TIME ZONE $2::text)::date::text AS "answeredOn", coalesce(c.name, c.email) AS by`;

/** What an account's people answered up to an instant, newest first. */
export async function listAnswers(
  sql: Sql,
  scope: Scope,
  accountId: string,
  { after, limit }: { after: string | null; limit: number },
  asOf: Date,
): Promise<Page<ShownAnswer>> {
  const cursor = readCursor(after);
  const rows = await sql<ShownAnswer & { cursor: string }>(
    `SELECT ${ANSWER}, ${cursorText("r.answered_at")} AS cursor
     FROM app.survey_response r LEFT JOIN app.contact c ON c.id = r.contact_id
     WHERE r.account_id = $1::uuid AND r.answered_at < $3::timestamptz ${cursor ? "AND (r.answered_at, r.id) < ($5::timestamptz, $6::uuid)" : ""}
     ORDER BY r.answered_at DESC, r.id DESC LIMIT $4::int`,
    [accountId, scope.timeZone, asOf, limit + 1, ...(cursor ? [cursor.at, cursor.id] : [])],
  );
  return pageOf(rows, limit);
}

export type Voice = { nps: ShownAnswer | null; words: ShownAnswer | null; answers: number };

/** What was last heard of an account: its latest NPS score, its latest words, and how many answers there are. */
export async function findVoice(sql: Sql, scope: Scope, accountId: string, asOf: Date): Promise<Voice> {
  const latest = (which: string) =>
    `(SELECT to_jsonb(a) FROM (SELECT ${ANSWER} FROM app.survey_response r LEFT JOIN app.contact c ON c.id = r.contact_id
      WHERE r.account_id = $1::uuid AND r.answered_at < $3::timestamptz AND ${which} ORDER BY r.answered_at DESC, r.id DESC LIMIT 1) AS a)`;
  const [found] = await sql<Voice>(
    `SELECT ${latest("r.kind = 'nps' AND r.score IS NOT NULL")} AS nps, ${latest("r.comment IS NOT NULL")} AS words,
       (SELECT count(*)::int FROM app.survey_response r WHERE r.account_id = $1::uuid AND r.answered_at < $3::timestamptz) AS answers`,
    [accountId, scope.timeZone, asOf],
  );
  return found ?? { nps: null, words: null, answers: 0 };
}
