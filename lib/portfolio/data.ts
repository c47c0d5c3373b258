import { overridesSql } from "@/lib/accounts/overrides";
import type { Band } from "@/lib/kernel/health-score";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { COVERED_DAYS } from "@/lib/renewals/covered";
import { HEALTH_OF, IS_OPEN, MRR_OF, RATE_SQL } from "@/lib/renewals/judged";

/** Whose accounts, and which of them; all where null. */
type Chosen = { owners: readonly string[] | null; accounts?: readonly string[] | null };

/**
 * Paying accounts of one owner, segment, band and quarter of the next renewal (its first day; null where no open renewal is known; what is overdue stands in
 * the quarter it was due in); `untouched` counts those without a touch in the last days. Money without the unpriced.
 */
export type PortfolioCell = {
  owner: string | null;
  segment: string | null;
  band: Band;
  quarter: Day | null;
  accounts: number;
  mrr: number;
  unpriced: number;
  untouched: number;
  untouchedMrr: number;
};

export function readPortfolioCells(sql: Sql, scope: Scope, { owners, accounts = null }: Chosen, asOf: Date): Promise<PortfolioCell[]> {
  // Put together by grouping and not by joining, so that no estimate can go wrong.
  return sql(
    `WITH rate AS MATERIALIZED (${RATE_SQL}),
     each AS MATERIALIZED (
       SELECT account_id, coalesce(max(override), max(computed), 'unknown') AS band, sum(mrr) AS mrr, bool_or(unpriced) AS unpriced, bool_or(touched) AS touched,
         date_trunc('quarter', min(due_on))::date AS quarter FROM (
         SELECT m.account_id, NULL::text AS computed, NULL::text AS override, coalesce(m.balance * rate.rate, 0) AS mrr, rate.rate IS NULL AS unpriced, false AS touched, true AS paying, NULL::date AS due_on
         FROM app.mrr_movement m LEFT JOIN rate ON rate.currency = m.currency::text WHERE m.at < $3::timestamptz AND $3::timestamptz <= m.until_at AND m.balance > 0
         UNION ALL SELECT h.account_id, h.band, NULL, 0, false, false, false, NULL FROM app.health_day h WHERE h.day = (SELECT through FROM app.health_derivation)
         UNION ALL SELECT o.account_id, NULL, o.band, 0, false, false, false, NULL FROM (${overridesSql("$3::timestamptz")}) AS o
         UNION ALL SELECT t.account_id, NULL, NULL, 0, false, true, false, NULL FROM app.touchpoint t
           WHERE t.type IN ('call', 'mail', 'meeting') AND t.at <= $3::timestamptz AND t.at >= $3::timestamptz - interval '${COVERED_DAYS} days'
         UNION ALL SELECT c.account_id, NULL, NULL, 0, false, false, false, c.due_on FROM app.contract c
           WHERE ${IS_OPEN}
       ) AS facts GROUP BY 1 HAVING bool_or(paying))
     SELECT a.owner_email AS owner, a.segment, each.band, each.quarter::text AS quarter, count(*)::int AS accounts, sum(each.mrr)::float8 AS mrr,
       count(*) FILTER (WHERE each.unpriced)::int AS unpriced,
       count(*) FILTER (WHERE NOT each.touched)::int AS untouched, coalesce(sum(each.mrr) FILTER (WHERE NOT each.touched), 0)::float8 AS "untouchedMrr"
     FROM each JOIN app.account a ON a.id = each.account_id
     WHERE ($4::text[] IS NULL OR a.owner_email = ANY($4::text[])) AND ($5::uuid[] IS NULL OR a.id = ANY($5::uuid[])) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    [scope.currency, scope.timeZone, asOf, owners, accounts],
  );
}

/** Open tasks of one owner, those put away for now among them; null is nobody's. */
export type TaskLoad = { owner: string | null; open: number; overdue: number; weight: number };

export function readTaskLoad(sql: Sql, scope: Scope, { owners, accounts = null }: Chosen, asOf: Date): Promise<TaskLoad[]> {
  return sql(
    `SELECT m.email AS owner, count(*)::int AS open, count(*) FILTER (WHERE t.due_on < $1::date)::int AS overdue, sum(t.weight)::int AS weight
     FROM app.task t LEFT JOIN app.member m ON m.id = t.owner_id
     WHERE t.status = 'open' AND ($2::text[] IS NULL OR m.email = ANY($2::text[])) AND ($3::uuid[] IS NULL OR t.account_id = ANY($3::uuid[])) GROUP BY 1 ORDER BY 1`,
    [dayAt(asOf, scope.timeZone), owners, accounts],
  );
}

export type OwnedAccount = {
  id: string;
  name: string;
  segment: string | null;
  mrr: number | null;
  isPaying: boolean;
  score: number | null;
  band: Band;
  renewsOn: Day | null;
  tasks: number;
};

/** The accounts of one owner (null: of nobody), the largest first, and how many there are. */
export async function listOwned(
  sql: Sql,
  scope: Scope,
  { owner, limit }: { owner: string | null; limit: number },
  asOf: Date,
): Promise<{ rows: OwnedAccount[]; all: number }> {
  const rows = await sql<OwnedAccount & { all: number }>(
    `WITH rate AS MATERIALIZED (${RATE_SQL}),
     page AS MATERIALIZED (SELECT a.id, a.name, a.segment, paid.mrr, paid.is_paying, count(*) OVER () AS all FROM app.account a ${MRR_OF("a.id")}
       WHERE a.owner_email IS NOT DISTINCT FROM $4::text ORDER BY paid.is_paying NULLS LAST, paid.mrr DESC NULLS LAST, lower(a.name), a.id LIMIT $5::int)
     SELECT p.id::text AS id, p.name, p.segment, p.mrr::float8 AS mrr, coalesce(p.is_paying, false) AS "isPaying", health.score, coalesce(override.band, health.band, 'unknown') AS band,
       (SELECT min(c.due_on) FROM app.contract c WHERE c.account_id = p.id AND c.renewed_on IS NULL AND c.declined_on IS NULL AND c.due_on >= ($3::timestamptz AT TIME ZONE $2::text)::date)::text AS "renewsOn",
       (SELECT count(*) FROM app.task t WHERE t.account_id = p.id AND t.status = 'open')::int AS tasks, p.all::int AS all
     FROM page p ${HEALTH_OF("p.id")} ORDER BY p.is_paying NULLS LAST, p.mrr DESC NULLS LAST, lower(p.name), p.id`,
    [scope.currency, scope.timeZone, asOf, owner, limit],
  );
  return { rows: rows.map(({ all: _, ...row }) => row), all: rows[0]?.all ?? 0 };
}

/** Whoever owns an account, by e-mail. */
export async function listAccountOwners(sql: Sql, _scope: Scope): Promise<string[]> {
  const rows = await sql<{ email: string }>(
    "SELECT DISTINCT owner_email AS email FROM app.account WHERE owner_email IS NOT NULL ORDER BY 1",
  );
  return rows.map(({ email }) => email);
}
