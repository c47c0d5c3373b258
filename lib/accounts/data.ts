import type { AccountState, AccountsRequest } from "@/lib/accounts/choices";
import { ALWAYS, factOf } from "@/lib/accounts/facts";
import { knownAccounts } from "@/lib/accounts/known";
import { accountsSql, cursorOf, TOTAL } from "@/lib/accounts/list-sql";
import type { LedgerRow } from "@/lib/accounts/rules";
import type { Stream } from "@/lib/accounts/streams";
import { timelineSql } from "@/lib/accounts/timeline-sql";
import type { Band } from "@/lib/kernel/health-score";
import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import { type Page, pageOf, readCursor as readPlace } from "@/lib/platform/keyset";
import { Recent } from "@/lib/platform/recent";
import type { Scope } from "@/lib/platform/scope";

export type ListedAccount = {
  id: string;
  externalId: string;
  name: string;
  segment: string | null;
  plan: string | null;
  owner: string | null;
  region: string | null;
  stage: string | null;
  industry: string | null;
  country: string | null;
  domain: string | null;
  state: AccountState;
  /** In minor units of the workspace's currency; null where a rate is missing. */
  mrr: number | null;
  seats: number | null;
  renewsOn: Day | null;
  movedOn: Day | null;
  movedBy: number | null;
  movedCurrency: string | null;
  sinceOn: Day | null;
  /** Of the last day made; null where it is not scored then. */
  band: Band | null;
  score: number | null;
  /** Read where their column is asked for, else null. */
  touchedOn: Day | null;
  tickets: number | null;
  nps: number | null;
  usage: number | null;
  signals: number | null;
};

export type AccountsPage = Page<ListedAccount> & { total: { accounts: number; customers: number; mrr: number | null } };

/** Accounts as they are at an instant, one page of them, with what all that match come to. */
export async function listAccounts(sql: Sql, scope: Scope, request: AccountsRequest, asOf: Date): Promise<AccountsPage> {
  const { text, params } = accountsSql(scope, request, asOf, { hasTotal: true });
  const found = await sql<Found & Pick<AccountsPage, "total">>(text, params);
  const total = found[0]?.total ?? (await totalOf(sql, scope, request, asOf));
  return {
    ...cut(
      found.map(({ total: _, ...row }) => row),
      request,
    ),
    total,
  };
}

/** The same without what they come to: for a page after the first. */
export async function listMoreAccounts(sql: Sql, scope: Scope, request: AccountsRequest, asOf: Date): Promise<Page<ListedAccount>> {
  const { text, params } = accountsSql(scope, request, asOf);
  return cut(await sql<Found>(text, params), request);
}

type Found = ListedAccount & { key: string };

function cut(found: readonly Found[], { limit }: AccountsRequest): Page<ListedAccount> {
  const page = found.slice(0, limit);
  return { rows: page.map(({ key: _, ...row }) => row), next: found.length > limit ? cursorOf(page.at(-1)) : null };
}

// Where no row is left to say it: beyond the last page.
async function totalOf(sql: Sql, scope: Scope, request: AccountsRequest, asOf: Date): Promise<AccountsPage["total"]> {
  const { params, known } = knownAccounts(scope, request, asOf);
  const [found] = await sql<Pick<AccountsPage, "total">>(`WITH known AS (${known}) SELECT ${TOTAL} AS total FROM known k`, params);
  return found?.total ?? { accounts: 0, customers: 0, mrr: 0 };
}

type Told = "movedBy" | "movedCurrency" | "band" | "score" | "touchedOn" | "tickets" | "nps" | "usage" | "signals";

export type AccountHead = Omit<ListedAccount, Told> & {
  today: Day;
  /** The plan is the account's own, and not that of its largest subscription. */
  ownPlan: string | null;
  source: string;
};

/** One account as it is at an instant; null where the workspace has none of that id. */
export async function findAccount(sql: Sql, scope: Scope, id: string, asOf: Date): Promise<AccountHead | null> {
  const { params, known } = knownAccounts(scope, {}, asOf, id);
  const [found] = await sql<AccountHead>(
    `WITH known AS (${known}) SELECT k.id, k.external_id AS "externalId", k.name, k.domain, k.industry, k.country, k.segment, k.plan, k.owner, k.region, k.stage, k.state,
       k.mrr::float8 AS mrr, coalesce(k.own_seats, seats.value)::int AS seats, renewal.value::text AS "renewsOn", k.moved_on::text AS "movedOn", k.since_on::text AS "sinceOn", k.own_plan AS "ownPlan", k.source,
       ($3::timestamptz AT TIME ZONE $2::text)::date::text AS today FROM known k ${ALWAYS.map((name) => factOf(name, "k.id")).join(" ")}`,
    params,
  );
  return found ?? null;
}

/** An account's ledger, oldest first, what is known of the future included. */
export async function listLedger(sql: Sql, _scope: Scope, accountId: string): Promise<LedgerRow[]> {
  return sql<LedgerRow>(
    `SELECT to_char(m.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, m.day::text AS on, m.currency::text AS currency, m.delta::float8 AS delta, m.balance::float8 AS balance
     FROM app.mrr_movement m WHERE m.account_id = $1::uuid ORDER BY m.at, m.currency`,
    [accountId],
  );
}

/** Closing MRR by month, in the workspace's currency; null where a rate is missing. Months without MRR are not listed. */
export async function listAccountMonths(sql: Sql, _scope: Scope, accountId: string): Promise<{ month: Day; closing: number | null }[]> {
  return sql("SELECT month::text AS month, closing::float8 AS closing FROM app.account_month WHERE account_id = $1::uuid ORDER BY month", [
    accountId,
  ]);
}

export type Touch = { on: Day; what: "ticket" | "reply" | "answer" | "offer" | "call" | "mail" | "meeting" };

/** When we and the account last heard of each other, and how; null where we never did. */
export async function findLastTouch(sql: Sql, scope: Scope, accountId: string, asOf: Date): Promise<Touch | null> {
  const latest = (what: Touch["what"], column: string, table: string) =>
    `SELECT max(${column}) AS at, '${what}' AS what FROM app.${table} WHERE account_id = $1::uuid AND ${column} < $3::timestamptz`;
  const [touch] = await sql<Touch>(
    `SELECT (l.at AT TIME ZONE $2::text)::date::text AS "on", l.what FROM (
       ${latest("ticket", "opened_at", "ticket")} UNION ALL ${latest("reply", "first_response_at", "ticket")} UNION ALL
       ${latest("answer", "answered_at", "survey_response")} UNION ALL ${latest("offer", "presented_at", "offer")} UNION ALL
       SELECT max(at), type FROM app.touchpoint WHERE account_id = $1::uuid AND type <> 'note' AND at <= $3::timestamptz GROUP BY type) AS l
     WHERE l.at IS NOT NULL ORDER BY l.at DESC LIMIT 1`,
    [accountId, scope.timeZone, asOf],
  );
  return touch ?? null;
}

export type TimelineFacts = { what: string } & { readonly [fact: string]: string | number | readonly string[] | null | undefined };

export type TimelineLine = { id: string; stream: Stream; on: Day; facts: TimelineFacts };

/** What happened with an account, newest first, of the streams asked for. */
export async function listTimeline(
  sql: Sql,
  scope: Scope,
  accountId: string,
  { streams, after, limit }: { streams: readonly Stream[]; after: string | null; limit: number },
  asOf: Date,
): Promise<Page<TimelineLine>> {
  const cursor = readPlace(after);
  const rows = await sql<TimelineLine & { cursor: string }>(timelineSql(streams, { hasCursor: cursor !== null }), [
    accountId,
    scope.timeZone,
    asOf,
    limit + 1,
    ...(cursor ? [cursor.at, cursor.id] : []),
  ]);
  return pageOf(rows, limit);
}

export type DimensionValue = { dimension: string; value: string | null; accounts: number };

/** What accounts are now, by dimension: the choices of the filters. */
export const dimensionValues = new Recent(async (sql: Sql, _scope: Scope, { asOf }: { asOf: Date }) =>
  sql<DimensionValue>(
    `SELECT v.dimension, v.value, count(*)::int AS accounts FROM app.account_dimension d
     CROSS JOIN LATERAL (VALUES ('segment', d.segment), ('plan', d.plan), ('region', d.region), ('owner', d.owner), ('stage', d.stage), ('country', d.country), ('industry', d.industry), ('interval', d.interval)) AS v(dimension, value)
     WHERE d.from_at < $1::timestamptz AND $1::timestamptz <= d.until_at GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
    [asOf],
  ),
);
