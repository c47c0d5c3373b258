import { type Day, parsePeriod } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import { cursorText, type Page, pageOf, readCursor } from "@/lib/platform/keyset";
import type { Scope } from "@/lib/platform/scope";
import { ANSWER_CLASS_SQL, type AnswerClass, FEEDBACK_DIMENSIONS } from "@/lib/surveys/rules";
import type { SurveyKind } from "@/lib/surveys/schema";

export type ShownAnswer = {
  id: string;
  kind: SurveyKind;
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

/** An answer with whose it is and where it came from. */
export type Feedback = ShownAnswer & {
  externalId: string;
  source: string;
  account: { id: string; externalId: string; name: string } | null;
};

/** Dimensions of accounts are what they were at the end of the period, as in the metrics. */
export type FeedbackRequest = {
  period: string;
  where: Partial<Record<(typeof FEEDBACK_DIMENSIONS)[number], string | null>>;
  kind: SurveyKind | null;
  class: AnswerClass | null;
  /** With words alone. */
  words: boolean;
  /** Part of the words, letter by letter, in any case. */
  search: string;
};

/** Answers of a period, with a score or with words, newest first: one page of them. */
export async function listFeedback(
  sql: Sql,
  scope: Scope,
  { after, limit, ...request }: FeedbackRequest & { after: string | null; limit: number },
  asOf: Date,
): Promise<Page<Feedback>> {
  const { params, found, place } = feedbackSql(scope, request, asOf);
  const cursor = readCursor(after);
  const from = cursor ? `AND (r.answered_at, r.id) < (${place(cursor.at, "timestamptz")}, ${place(cursor.id, "uuid")})` : "";
  const rows = await sql<Feedback & { cursor: string }>(
    `SELECT ${ANSWER}, r.external_id AS "externalId", r.source,
       CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'externalId', a.external_id, 'name', a.name) END AS account, ${cursorText("r.answered_at")} AS cursor
     FROM (SELECT r.* ${found} ${from} ORDER BY r.answered_at DESC, r.id DESC LIMIT ${place(limit + 1, "int")}) AS r
     LEFT JOIN app.account a ON a.id = r.account_id LEFT JOIN app.contact c ON c.id = r.contact_id ORDER BY r.answered_at DESC, r.id DESC`,
    params,
  );
  return pageOf(rows, limit);
}

/** How many there are, and how many of them have words. */
export async function countFeedback(
  sql: Sql,
  scope: Scope,
  request: FeedbackRequest,
  asOf: Date,
): Promise<{ answers: number; words: number }> {
  const { params, found } = feedbackSql(scope, request, asOf);
  const [row] = await sql<{ answers: number; words: number }>(
    `SELECT count(*)::int AS answers, count(r.comment)::int AS words ${found}`,
    params,
  );
  return row ?? { answers: 0, words: 0 };
}

function feedbackSql({ timeZone }: Scope, { period, where, kind, class: of, words, search }: FeedbackRequest, asOf: Date) {
  const { start, end } = parsePeriod(period) ?? { start: "0001-01-01", end: "0001-01-01" };
  const params: unknown[] = [start, timeZone, asOf, end];
  const place = (value: unknown, type: string) => `$${params.push(value)}::${type}`;
  const until = "least($4::date::timestamp AT TIME ZONE $2::text, $3::timestamptz)";
  const terms = [
    "r.answered_at >= $1::date::timestamp AT TIME ZONE $2::text",
    `r.answered_at < ${until}`,
    words || search ? "r.comment IS NOT NULL" : "(r.score IS NOT NULL OR r.comment IS NOT NULL)",
  ];
  const dimensions = FEEDBACK_DIMENSIONS.filter((dimension) => where[dimension] !== undefined);
  for (const dimension of dimensions) terms.push(`d.${dimension} IS NOT DISTINCT FROM ${place(where[dimension], "text")}`);
  if (kind) terms.push(`r.kind = ${place(kind, "text")}`);
  if (of) terms.push(`${ANSWER_CLASS_SQL} = ${place(of, "text")}`);
  if (search) terms.push(`strpos(lower(normalize(r.comment, NFC)), lower(normalize(${place(search, "text")}, NFC))) > 0`);
  const accounts = `LEFT JOIN app.account_dimension d ON d.account_id = r.account_id AND d.from_at < ${until} AND ${until} <= d.until_at`;
  return { params, place, found: `FROM app.survey_response r ${dimensions.length === 0 ? "" : accounts} WHERE ${terms.join(" AND ")}` };
}
