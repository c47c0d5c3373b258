import { ACCOUNT_DIMENSIONS, type AccountSort, type AccountState, type AccountsRequest } from "@/lib/accounts/choices";
import type { LedgerRow } from "@/lib/accounts/rules";
import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
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
  state: AccountState;
  /** In minor units of the workspace's currency; null where a rate is missing. */
  mrr: number | null;
  seats: number | null;
  renewsOn: Day | null;
  movedOn: Day | null;
  movedBy: number | null;
  movedCurrency: string | null;
};

export type AccountsPage = {
  rows: ListedAccount[];
  total: { accounts: number; customers: number; mrr: number | null };
  next: string | null;
  previous: string | null;
};

/** Each sort has a key that is never null, and a direction. The account's id makes it unique. */
const KEYS: Record<AccountSort, { sql: string; type: string; descending: boolean }> = {
  mrr: { sql: "round(coalesce(k.mrr, 0), 6)", type: "numeric", descending: true },
  name: { sql: "lower(k.name)", type: "text", descending: false },
  renewal: { sql: "coalesce(k.renews_on, '9999-12-31'::date)", type: "date", descending: false },
  moved: { sql: "coalesce(k.moved_on, '0001-01-01'::date)", type: "date", descending: true },
  seats: { sql: "coalesce(k.seats, -1)", type: "bigint", descending: true },
};

/** Accounts as they are at an instant, one page of them, with what all that match come to. */
export async function listAccounts(sql: Sql, scope: Scope, request: AccountsRequest, asOf: Date): Promise<AccountsPage> {
  const { params, known } = knownAccounts(scope, request, asOf);
  const { sql: key, type, descending } = KEYS[request.sort];
  const backwards = request.before !== null;
  const cursor = readCursor(request.before ?? request.after);
  const falling = descending !== backwards;
  const place = params.length;
  const limits = cursor === null ? "" : `WHERE (${key}, k.id) ${falling ? "<" : ">"} ($${place + 1}::text::${type}, $${place + 2}::uuid)`;
  const way = falling ? "DESC" : "ASC";
  const found = await sql<ListedAccount & { key: string }>(
    `WITH known AS (${known}) SELECT k.id, k.external_id AS "externalId", k.name, k.segment, k.plan, k.owner, k.region, k.stage, k.state,
       k.mrr::float8 AS mrr, k.seats::int AS seats, k.renews_on::text AS "renewsOn", k.moved_on::text AS "movedOn",
       last.delta::float8 AS "movedBy", last.currency::text AS "movedCurrency", (${key})::text AS key
     FROM (SELECT * FROM known k ${limits} ORDER BY ${key} ${way}, k.id ${way} LIMIT ${request.limit + 1}) AS k
     LEFT JOIN LATERAL (SELECT m.delta, m.currency FROM app.mrr_movement m WHERE m.account_id = k.id AND m.at < $3::timestamptz ORDER BY m.at DESC LIMIT 1) AS last ON true
     ORDER BY ${key} ${way}, k.id ${way}`,
    cursor === null ? params : [...params, cursor.key, cursor.id],
  );
  const more = found.length > request.limit;
  const page = found.slice(0, request.limit);
  if (backwards) page.reverse();
  return {
    rows: page.map(({ key: _, ...row }) => row),
    total: await totalOf(sql, known, params),
    next: backwards || more ? cursorOf(page.at(-1)) : null,
    previous: backwards ? (more ? cursorOf(page[0]) : null) : request.after === null ? null : cursorOf(page[0]),
  };
}

async function totalOf(sql: Sql, known: string, params: readonly unknown[]): Promise<AccountsPage["total"]> {
  const [total] = await sql<AccountsPage["total"]>(
    `WITH known AS (${known}) SELECT count(*)::int AS accounts, count(*) FILTER (WHERE k.state = 'customer')::int AS customers,
       CASE WHEN bool_or(k.unpriced) THEN NULL ELSE coalesce(sum(k.mrr), 0)::float8 END AS mrr FROM known k`,
    params,
  );
  return total ?? { accounts: 0, customers: 0, mrr: 0 };
}

// Every account that matches, with what it pays just before the instant; MRR and dimensions are those of the metrics at that instant.
function knownAccounts({ currency, timeZone }: Scope, { search, where, state }: Partial<AccountsRequest>, asOf: Date, only?: string) {
  const params: unknown[] = [currency, timeZone, asOf];
  const terms: string[] = [];
  const place = (value: unknown, type: string) => `$${params.push(value)}::${type}`;
  if (search) {
    const part = place(search.toLowerCase(), "text");
    terms.push(
      `(strpos(lower(a.name), ${part}) > 0 OR strpos(lower(a.external_id), ${part}) > 0 OR strpos(lower(coalesce(a.domain, '')), ${part}) > 0)`,
    );
  }
  for (const dimension of ACCOUNT_DIMENSIONS) {
    const value = where?.[dimension];
    if (value !== undefined) terms.push(`d.${dimension} IS NOT DISTINCT FROM ${place(value, "text")}`);
  }
  const one = only === undefined ? null : place(only, "uuid");
  if (one) terms.push(`a.id = ${one}`);
  const mine = one ? `AND m.account_id = ${one}` : "";
  const inner = `
    SELECT a.id, a.external_id, a.name, a.domain, a.industry, a.country, a.started_at, d.segment, d.plan, d.owner, d.region, d.stage,
      p.mrr, coalesce(p.unpriced, false) AS unpriced, moved.moved_on, moved.since_on,
      CASE WHEN p.account_id IS NOT NULL THEN 'customer' WHEN moved.moved_on IS NOT NULL THEN 'churned' ELSE 'never' END AS state,
      coalesce(a.seats, (SELECT sum(s.seats) FROM app.subscription s WHERE s.account_id = a.id AND s.started_at < $3::timestamptz AND (s.ended_at IS NULL OR s.ended_at >= $3::timestamptz))) AS seats,
      least((SELECT min(c.due_on) FROM app.contract c WHERE c.account_id = a.id AND c.due_on >= ($3::timestamptz AT TIME ZONE $2::text)::date AND c.renewed_on IS NULL AND c.declined_on IS NULL),
        (SELECT min((s.renews_at AT TIME ZONE $2::text)::date) FROM app.subscription s WHERE s.account_id = a.id AND s.renews_at >= $3::timestamptz AND (s.ended_at IS NULL OR s.ended_at > s.renews_at))) AS renews_on
    FROM app.account a
    LEFT JOIN paid p ON p.account_id = a.id
    LEFT JOIN moved ON moved.account_id = a.id
    LEFT JOIN app.account_dimension d ON d.account_id = a.id AND d.from_at < $3::timestamptz AND $3::timestamptz <= d.until_at
    ${terms.length === 0 ? "" : `WHERE ${terms.join(" AND ")}`}`;
  const known = `
    WITH rate AS (
      SELECT $1::text AS currency, 1::numeric AS rate UNION ALL
      (SELECT DISTINCT ON (r.currency) r.currency::text, r.rate FROM app.exchange_rate r
       WHERE r.currency <> $1::text AND r.month::timestamp AT TIME ZONE $2::text <= $3::timestamptz ORDER BY r.currency, r.month DESC)),
    paid AS (
      SELECT m.account_id, CASE WHEN bool_or(rate.rate IS NULL) THEN NULL ELSE sum(m.balance * rate.rate) END AS mrr, bool_or(rate.rate IS NULL) AS unpriced
      FROM app.mrr_movement m LEFT JOIN rate ON rate.currency = m.currency::text
      WHERE m.at < $3::timestamptz AND $3::timestamptz <= m.until_at AND m.balance > 0 ${mine} GROUP BY m.account_id),
    moved AS (SELECT m.account_id, max(m.day) AS moved_on, min(m.day) AS since_on FROM app.mrr_movement m WHERE m.at < $3::timestamptz ${mine} GROUP BY m.account_id)
    SELECT * FROM (${inner}) AS known ${state ? `WHERE known.state = ${place(state, "text")}` : ""}`;
  return { params, known };
}

export type AccountHead = Omit<ListedAccount, "movedBy" | "movedCurrency"> & {
  domain: string | null;
  industry: string | null;
  country: string | null;
  sinceOn: Day | null;
  today: Day;
};

/** One account as it is at an instant; null where the workspace has none of that id. */
export async function findAccount(sql: Sql, scope: Scope, id: string, asOf: Date): Promise<AccountHead | null> {
  const { params, known } = knownAccounts(scope, {}, asOf, id);
  const [found] = await sql<AccountHead>(
    `WITH known AS (${known}) SELECT k.id, k.external_id AS "externalId", k.name, k.domain, k.industry, k.country, k.segment, k.plan, k.owner, k.region, k.stage, k.state,
       k.mrr::float8 AS mrr, k.seats::int AS seats, k.renews_on::text AS "renewsOn", k.moved_on::text AS "movedOn", k.since_on::text AS "sinceOn",
       ($3::timestamptz AT TIME ZONE $2::text)::date::text AS today FROM known k`,
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

export type ShownContact = {
  id: string;
  name: string | null;
  email: string | null;
  role: string | null;
  title: string | null;
  isChampion: boolean;
};

export async function listContacts(sql: Sql, _scope: Scope, accountId: string): Promise<ShownContact[]> {
  return sql(
    `SELECT id, name, email, role, title, is_champion AS "isChampion" FROM app.contact WHERE account_id = $1::uuid ORDER BY is_champion DESC, name NULLS LAST, id LIMIT 200`,
    [accountId],
  );
}

export type DimensionValue = { dimension: string; value: string | null; accounts: number };

/** What accounts are now, by dimension: the choices of the filters. */
export async function listDimensionValues(sql: Sql, _scope: Scope, asOf: Date): Promise<DimensionValue[]> {
  return sql(
    `SELECT v.dimension, v.value, count(*)::int AS accounts FROM app.account_dimension d
     CROSS JOIN LATERAL (VALUES ('segment', d.segment), ('plan', d.plan), ('region', d.region), ('owner', d.owner), ('stage', d.stage), ('country', d.country), ('industry', d.industry), ('interval', d.interval)) AS v(dimension, value)
     WHERE d.from_at < $1::timestamptz AND $1::timestamptz <= d.until_at GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
    [asOf],
  );
}

function cursorOf(row: { key: string; id: string } | undefined): string | null {
  return row ? JSON.stringify([row.key, row.id]) : null;
}

function readCursor(text: string | null): { key: string; id: string } | null {
  const [, key, id] = /^\["((?:[^"\\]|\\.)*)","([0-9a-f-]{36})"\]$/.exec(text ?? "") ?? [];
  return key === undefined || id === undefined ? null : { key: JSON.parse(`"${key}"`), id };
}
