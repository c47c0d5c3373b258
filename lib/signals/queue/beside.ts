import { overridesSql } from "@/lib/accounts/overrides";
import type { Moment } from "@/lib/health/moment";
import type { Band } from "@/lib/kernel/health-score";
import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { ratesSql } from "@/lib/ledger/account-period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

type Asked = { readonly emails: readonly string[] | null; readonly moment: Moment | null; readonly since: Date; readonly at: Date };

export type ChangedAccount = { id: string; name: string; from: Band; to: Band; was: number | null; is: number | null };
export type Changes = { rows: ChangedAccount[]; worse: number; better: number };

const FEW = 6;
const RANK = "array_position('{red,unknown,yellow,green}'::text[], ";

/** Accounts whose band changed between the day of the last visit and the last day made, those that fell first. */
export async function readChanges(sql: Sql, scope: Scope, { emails, moment, since }: Asked): Promise<Changes> {
  if (moment === null) return { rows: [], worse: 0, better: 0 };
  const rows = await sql<ChangedAccount & { worse: number; better: number }>(
    `WITH first AS MATERIALIZED (SELECT max(day) AS day FROM app.health_day WHERE day <= $2::date),
     pair AS MATERIALIZED (
       SELECT account_id, max(band COLLATE "C") FILTER (WHERE day <> $1::date) AS "from", max(band COLLATE "C") FILTER (WHERE day = $1::date) AS "to",
         max(score) FILTER (WHERE day <> $1::date) AS was, max(score) FILTER (WHERE day = $1::date) AS is
       FROM app.health_day WHERE day = $1::date OR day = (SELECT day FROM first) GROUP BY 1),
     changed AS MATERIALIZED (SELECT *, ${RANK}"to") < ${RANK}"from") AS fell FROM pair WHERE "from" <> "to")
     SELECT a.id::text, a.name, c."from", c."to", c.was, c.is, count(*) FILTER (WHERE fell) OVER ()::int AS worse, count(*) FILTER (WHERE NOT fell) OVER ()::int AS better
     FROM changed c JOIN app.account a ON a.id = c.account_id WHERE $3::text[] IS NULL OR a.owner_email = ANY($3::text[])
     ORDER BY fell DESC, abs(coalesce(c.is - c.was, 0)) DESC, a.id LIMIT ${FEW}`,
    [moment.day, dayAt(since, scope.timeZone), emails],
  );
  return { rows: rows.map(({ worse: _, better: __, ...row }) => row), worse: rows[0]?.worse ?? 0, better: rows[0]?.better ?? 0 };
}

export type Judged = { accounts: number; unscored: number };

/** How many accounts have a day of health, and how many of them not enough to go by, by what people said and by what was computed. */
export async function readJudged(sql: Sql, { emails, moment, at }: Asked): Promise<Judged> {
  const [judged] = await sql<Judged>(
    `WITH held AS MATERIALIZED (SELECT account_id FROM (${overridesSql("$3::timestamptz")}) AS o)
     SELECT count(*)::int AS accounts, count(*) FILTER (WHERE h.band = 'unknown' AND h.account_id NOT IN (SELECT account_id FROM held))::int AS unscored
     FROM app.health_day h WHERE h.day = $1::date
       AND ($2::text[] IS NULL OR h.account_id IN (SELECT id FROM app.account WHERE owner_email = ANY($2::text[])))`,
    [moment?.day ?? null, emails, at],
  );
  return judged ?? { accounts: 0, unscored: 0 };
}

export type DueRenewal = { id: string; name: string; dueOn: Day; value: number | null; band: Band | null };
/** `value` in minor units of the workspace's currency; null where a rate is missing. */
export type DueSum = { within: number; contracts: number; value: number | null };
export type Renewals = { rows: DueRenewal[]; sums: [DueSum, DueSum] };

const HORIZONS = [90, 180] as const;

/** Contracts that nobody has decided, by when they are due: how many and how much in 90 and 180 days, and the next few. */
export async function readRenewals(sql: Sql, scope: Scope, { emails, moment, at }: Asked): Promise<Renewals> {
  const parameters = new Parameters();
  const now = parameters.place(at, "timestamptz");
  const today = parameters.place(dayAt(at, scope.timeZone), "date");
  const [near, far] = HORIZONS.map((days) => parameters.place(addDays(dayAt(at, scope.timeZone), days), "date"));
  const sumOf = (until: string | undefined) =>
    `jsonb_build_object('contracts', count(*) FILTER (WHERE due_on < ${until}), 'value', CASE WHEN bool_or(value IS NULL) FILTER (WHERE due_on < ${until}) THEN NULL
      ELSE coalesce(sum(value) FILTER (WHERE due_on < ${until}), 0)::float8 END)`;
  const [found] = await sql<{ near: Omit<DueSum, "within">; far: Omit<DueSum, "within">; rows: DueRenewal[] | null }>(
    `WITH rate AS MATERIALIZED (${ratesSql(scope, parameters)}),
     due AS MATERIALIZED (
       SELECT c.account_id, a.name, c.due_on, c.value * rate.rate AS value FROM app.contract c JOIN app.account a ON a.id = c.account_id
       LEFT JOIN rate ON rate.currency = c.currency::text AND rate.from_at <= ${now} AND ${now} < rate.until_at
       WHERE c.due_on >= ${today} AND c.due_on < ${far} AND c.renewed_on IS NULL AND c.declined_on IS NULL
         ${emails === null ? "" : `AND a.owner_email = ANY(${parameters.place(emails, "text[]")})`}),
     next AS MATERIALIZED (SELECT * FROM due ORDER BY due_on, account_id LIMIT ${FEW})
     SELECT ${sumOf(near)} AS near, ${sumOf(far)} AS far, (
       SELECT jsonb_agg(jsonb_build_object('id', n.account_id, 'name', n.name, 'dueOn', n.due_on, 'value', n.value::float8, 'band', (
         SELECT h.band FROM app.health_day h WHERE h.account_id = n.account_id AND h.day = ${parameters.place(moment?.day ?? null, "date")})) ORDER BY n.due_on, n.account_id)
       FROM next n) AS rows FROM due`,
    parameters.values,
  );
  const none = { contracts: 0, value: 0 };
  return {
    rows: found?.rows ?? [],
    sums: [
      { within: HORIZONS[0], ...(found?.near ?? none) },
      { within: HORIZONS[1], ...(found?.far ?? none) },
    ],
  };
}

export type NewAnswer = {
  id: string;
  account: string;
  name: string;
  kind: "nps" | "csat" | "ces";
  score: number | null;
  scale: number;
  comment: string | null;
  on: Day;
};
export type Answers = { rows: NewAnswer[]; all: number };

/** What accounts answered since the last visit, the newest first. */
export async function readAnswers(sql: Sql, scope: Scope, { emails, since, at }: Asked): Promise<Answers> {
  const rows = await sql<NewAnswer & { all: number }>(
    `SELECT r.id::text, a.id::text AS account, a.name, r.kind, r.score::int AS score, r.scale::int AS scale, r.comment, (r.answered_at AT TIME ZONE $4)::date::text AS "on",
       count(*) OVER ()::int AS all
     FROM app.survey_response r JOIN app.account a ON a.id = r.account_id
     WHERE r.kind IN ('nps', 'csat', 'ces') AND r.answered_at > $1::timestamptz AND r.answered_at < $2::timestamptz AND (r.score IS NOT NULL OR r.comment IS NOT NULL)
       AND ($3::text[] IS NULL OR a.owner_email = ANY($3::text[]))
     ORDER BY r.answered_at DESC, r.id LIMIT ${FEW}`,
    [since, at, emails, scope.timeZone],
  );
  return { rows: rows.map(({ all: _, ...row }) => row), all: rows[0]?.all ?? 0 };
}
