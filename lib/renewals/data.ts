import { overridesSql } from "@/lib/accounts/overrides";
import type { Band } from "@/lib/kernel/health-score";
import type { Day, Period } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Horizon, Stood } from "@/lib/renewals/accuracy";
import { HORIZONS } from "@/lib/renewals/accuracy";
import { COVERED_DAYS } from "@/lib/renewals/covered";
import { CALL_OF, DISAGREES, HEALTH_OF, IS_OPEN, MRR_OF, RATE_SQL, TODAY } from "@/lib/renewals/judged";
import type { Call, Shown } from "@/lib/renewals/schema";

export type SaidCall = {
  call: Call;
  amount: number;
  note: string | null;
  author: string;
  on: Day;
  band: Band | null;
  score: number | null;
};

export type DueRenewal = {
  id: string;
  account: { id: string; name: string; owner: string | null };
  dueOn: Day;
  daysLeft: number;
  termMonths: number;
  value: number;
  currency: string;
  /** A year of it in the workspace's currency; null where a rate is missing. */
  acv: number | null;
  mrr: number | null;
  score: number | null;
  /** As computed; null where the account has no day of health. */
  computed: Band | null;
  /** The band that counts: one somebody set, while it holds. */
  band: Band;
  touchedOn: Day | null;
  tasks: number;
  said: SaidCall | null;
  disagrees: boolean;
};

export type DueTotals = {
  contracts: number;
  acv: number;
  unpriced: number;
  past: number;
  risk: number;
  disagree: number;
  uncalled: number;
};

export type DueRequest = {
  days: number;
  /** Only those due in it, however far ahead it lies. */
  due?: Period | null;
  owners: readonly string[] | null;
  shown: Shown;
  limit: number;
};

/** Open renewals due within some days, past due ones too, or in one period: those on which call and score disagree first, then by due day. */
export async function listDue(
  sql: Sql,
  scope: Scope,
  { days, due = null, owners, shown, limit }: DueRequest,
  asOf: Date,
): Promise<{ rows: DueRenewal[]; totals: DueTotals }> {
  const only = { all: "true", risk: "band IN ('red', 'yellow')", disagree: "disagrees", uncalled: "said IS NULL" }[shown];
  const [found] = await sql<{ rows: DueRenewal[] | null; totals: DueTotals }>(
    `WITH rate AS MATERIALIZED (${RATE_SQL}),
     due AS MATERIALIZED (
       SELECT c.id, c.account_id, a.name, a.owner_email, c.due_on, c.term_months, c.value, c.currency::text AS currency, c.value * 12 / c.term_months::numeric * rate.rate AS acv,
         health.score, health.band AS computed, coalesce(override.band, health.band, 'unknown') AS band, ${DISAGREES} AS disagrees,
         CASE WHEN said.call IS NOT NULL THEN jsonb_build_object('call', said.call, 'amount', said.amount, 'note', said.note, 'author', said.author,
           'on', (said.at AT TIME ZONE $2::text)::date, 'band', said.band, 'score', said.score) END AS said
       FROM app.contract c JOIN app.account a ON a.id = c.account_id LEFT JOIN rate ON rate.currency = c.currency::text ${HEALTH_OF("c.account_id")} ${CALL_OF("c.id")}
       WHERE ${IS_OPEN} AND c.due_on < coalesce($8::date, ${TODAY} + $4::int + 1) AND c.due_on >= coalesce($7::date, '-infinity')
         AND ($5::text[] IS NULL OR a.owner_email = ANY($5::text[]))),
     page AS (SELECT * FROM due WHERE ${only} ORDER BY disagrees DESC, due_on, id LIMIT $6::int)
     SELECT (SELECT json_agg(json_build_object('id', d.id, 'account', json_build_object('id', d.account_id, 'name', d.name, 'owner', d.owner_email),
         'dueOn', d.due_on, 'daysLeft', d.due_on - ${TODAY}, 'termMonths', d.term_months, 'value', d.value, 'currency', d.currency, 'acv', d.acv::float8, 'mrr', paid.mrr::float8,
         'score', d.score, 'computed', d.computed, 'band', d.band, 'disagrees', d.disagrees, 'said', d.said,
         'touchedOn', (SELECT (max(t.at) AT TIME ZONE $2::text)::date FROM app.touchpoint t WHERE t.account_id = d.account_id AND t.two_way AND t.at <= $3::timestamptz),
         'tasks', (SELECT count(*) FROM app.task t WHERE t.account_id = d.account_id AND t.status = 'open')) ORDER BY d.disagrees DESC, d.due_on, d.id)
       FROM page d ${MRR_OF("d.account_id")}) AS rows,
     (SELECT json_build_object('contracts', count(*), 'acv', coalesce(sum(acv), 0)::float8, 'unpriced', count(*) FILTER (WHERE acv IS NULL),
         'past', count(*) FILTER (WHERE due_on < ${TODAY}), 'risk', count(*) FILTER (WHERE band IN ('red', 'yellow')), 'disagree', count(*) FILTER (WHERE disagrees), 'uncalled', count(*) FILTER (WHERE said IS NULL)) FROM due) AS totals`,
    [scope.currency, scope.timeZone, asOf, days, owners, limit, due?.start ?? null, due?.end ?? null],
  );
  if (!found) throw new Error("the renewals were not read");
  return { rows: found.rows ?? [], totals: found.totals };
}

/** Contracts due in one month and of one band (that of decided ones is none). Money is in minor units of the workspace's currency, without the unpriced. */
export type CalendarCell = {
  month: Day;
  state: Band | "renewed" | "lost";
  contracts: number;
  value: number;
  acv: number;
  unpriced: number;
  called: number;
  /** What the latest calls of these come to. */
  callAmount: number;
};

/** What falls due in some months, decided or not, and what has been called. */
export function readCalendar(
  sql: Sql,
  scope: Scope,
  { from, until, owners }: { from: Day; until: Day; owners: readonly string[] | null },
  asOf: Date,
): Promise<CalendarCell[]> {
  return sql(
    `WITH rate AS MATERIALIZED (${RATE_SQL})
     SELECT date_trunc('month', c.due_on)::date::text AS month,
       CASE WHEN c.renewed_on <= ${TODAY} THEN 'renewed' WHEN c.declined_on <= ${TODAY} THEN 'lost' ELSE coalesce(override.band, health.band, 'unknown') END AS state,
       count(*)::int AS contracts, coalesce(sum(c.value * rate.rate), 0)::float8 AS value, coalesce(sum(c.value * 12 / c.term_months::numeric * rate.rate), 0)::float8 AS acv,
       count(*) FILTER (WHERE rate.rate IS NULL)::int AS unpriced, count(said.call)::int AS called, coalesce(sum(said.amount * rate.rate), 0)::float8 AS "callAmount"
     FROM app.contract c JOIN app.account a ON a.id = c.account_id LEFT JOIN rate ON rate.currency = c.currency::text ${HEALTH_OF("c.account_id")} ${CALL_OF("c.id")}
     WHERE c.due_on >= $4::date AND c.due_on < $5::date AND ($6::text[] IS NULL OR a.owner_email = ANY($6::text[])) GROUP BY 1, 2 ORDER BY 1, 2`,
    [scope.currency, scope.timeZone, asOf, from, until, owners],
  );
}

/** An account at risk that nobody called, wrote to or met lately. `touchedOn` is the last time anybody did. */
export type Untouched = { id: string; name: string; owner: string | null; mrr: number | null; score: number | null; touchedOn: Day | null };

export type Coverage = { atRisk: { accounts: number; mrr: number }; untouched: { accounts: number; mrr: number }; rows: Untouched[] };

/** Paying accounts at risk, and which of them nobody has touched in the last days, the largest first. */
export async function readCoverage(
  sql: Sql,
  scope: Scope,
  { owners, limit }: { owners: readonly string[] | null; limit: number },
  asOf: Date,
): Promise<Coverage> {
  const sums = (where: string) =>
    `json_build_object('accounts', count(*) FILTER (WHERE ${where}), 'mrr', coalesce(sum(mrr) FILTER (WHERE ${where}), 0)::float8)`;
  const [found] = await sql<{ atRisk: Coverage["atRisk"]; untouched: Coverage["untouched"]; rows: Untouched[] | null }>(
    `WITH rate AS MATERIALIZED (${RATE_SQL}),
     risk AS MATERIALIZED (
       SELECT a.id, a.name, a.owner_email, health.score, paid.mrr, touch.at, touch.at IS NULL OR touch.at < $3::timestamptz - interval '${COVERED_DAYS} days' AS is_untouched
       FROM (SELECT account_id FROM app.health_day WHERE day = (SELECT through FROM app.health_derivation) AND band = 'red'
         UNION SELECT account_id FROM (${overridesSql("$3::timestamptz")}) AS o WHERE band = 'red') AS red
       JOIN app.account a ON a.id = red.account_id ${HEALTH_OF("a.id")} ${MRR_OF("a.id")}
       LEFT JOIN LATERAL (SELECT max(t.at) AS at FROM app.touchpoint t WHERE t.account_id = a.id AND t.type IN ('call', 'mail', 'meeting') AND t.at <= $3::timestamptz) AS touch ON true
       WHERE coalesce(override.band, health.band) = 'red' AND paid.is_paying AND ($4::text[] IS NULL OR a.owner_email = ANY($4::text[])))
     SELECT ${sums("true")} AS "atRisk", ${sums("is_untouched")} AS untouched,
       (SELECT json_agg(json_build_object('id', id, 'name', name, 'owner', owner_email, 'mrr', mrr::float8, 'score', score, 'touchedOn', (at AT TIME ZONE $2::text)::date) ORDER BY mrr DESC NULLS LAST, id)
        FROM (SELECT * FROM risk WHERE is_untouched ORDER BY mrr DESC NULLS LAST, id LIMIT $5::int) AS first) AS rows
     FROM risk`,
    [scope.currency, scope.timeZone, asOf, owners, limit],
  );
  if (!found) throw new Error("the coverage was not read");
  return { ...found, rows: found.rows ?? [] };
}

/** How far back calls are held against what came. */
const TOLD_DAYS = 730;

/**
 * The calls that stood some days before the due day of every renewal that is decided by now, where it was still open then: its outcome by money a year,
 * and the computed band of that day; those of one kind together. What was not renewed a grace after its due day is lost. Of the last two years.
 */
export function listStood(
  sql: Sql,
  scope: Scope,
  { owners, grace }: { owners: readonly string[] | null; grace: number },
  asOf: Date,
): Promise<Stood[]> {
  const horizons: readonly Horizon[] = HORIZONS;
  return sql(
    `WITH rate AS MATERIALIZED (${RATE_SQL}),
     decided AS MATERIALIZED (
       SELECT c.id, c.account_id, c.due_on, c.value, c.term_months, rate.rate, coalesce(least(c.renewed_on, c.declined_on), c.due_on + $5::int) AS decided_on,
         CASE WHEN c.renewed_on <= least(${TODAY}, c.due_on + $5::int) THEN coalesce(c.renewed_value, c.value)::numeric * c.term_months / coalesce(c.renewed_term_months, c.term_months)
           ELSE 0 END AS actual
       FROM app.contract c JOIN app.account a ON a.id = c.account_id LEFT JOIN rate ON rate.currency = c.currency::text
       WHERE (c.renewed_on <= ${TODAY} OR c.declined_on <= ${TODAY} OR c.due_on + $5::int < ${TODAY}) AND ($4::text[] IS NULL OR a.owner_email = ANY($4::text[]))
         AND c.due_on >= ${TODAY} - ${TOLD_DAYS})
     SELECT h.days AS horizon, said.author, said.call, health.band, count(*)::int AS n, count(d.rate)::int AS priced,
       coalesce(sum(said.amount * d.rate), 0)::float8 AS called, coalesce(sum(d.actual * d.rate), 0)::float8 AS actual,
       CASE WHEN d.actual = 0 AND d.value > 0 THEN 'lost' WHEN d.actual > d.value THEN 'grown' WHEN d.actual < d.value THEN 'shrunk' ELSE 'same' END AS outcome
     FROM decided d CROSS JOIN unnest($6::int[]) AS h(days)
     CROSS JOIN LATERAL (SELECT k.call, k.amount, k.author FROM app.renewal_call k
       WHERE k.contract_id = d.id AND k.at < (d.due_on - h.days + 1)::timestamp AT TIME ZONE $2::text ORDER BY k.at DESC, k.id DESC LIMIT 1) AS said
     LEFT JOIN LATERAL (SELECT y.band FROM app.health_day y WHERE y.account_id = d.account_id AND y.day <= d.due_on - h.days AND y.day > d.due_on - h.days - 32
       ORDER BY y.day DESC LIMIT 1) AS health ON true
     WHERE d.decided_on >= d.due_on - h.days GROUP BY 1, 2, 3, 4, outcome ORDER BY 1, 2, 3, 4, outcome`,
    [scope.currency, scope.timeZone, asOf, owners, grace, horizons],
  );
}
