import { ratesSql } from "@/lib/ledger/account-period";
import { Parameters } from "@/lib/ledger/parameters";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** Accounts by the month of their first paid MRR. Cell k is the state at the close of the k-th month after it; a month that is not over is null. */
export type Cohort = { cohort: string; size: number; initialMrr: number | null; customers: (number | null)[]; mrr: (number | null)[] };

type Row = {
  cohort: string;
  size: number;
  initial: number | null;
  month: number;
  finished: boolean;
  customers: number;
  mrr: number | null;
};

/**
 * Retention by cohort. size: accounts whose first MRR fell into the month, those gone by its end included, so that cell 0 may be below 1.
 * customers: share of them with MRR; those who return stay in their first cohort. mrr: their MRR ÷ the MRR of their first paid day (its highest),
 * both at the exchange rates of the cohort's first instant; null where one is missing. Shares, 0 and up; money in minor units.
 * `months`: how many months after the first are followed. Source: metrics.md §20; ChartMogul, Cohort Net MRR Retention; vector COH-01.
 */
export async function readCohorts(
  sql: Sql,
  scope: Scope,
  { months = 12, asOf = now() }: { months?: number; asOf?: Date } = {},
): Promise<Cohort[]> {
  const parameters = new Parameters();
  const zone = parameters.place(scope.timeZone, "text");
  const instant = parameters.place(asOf, "timestamptz");
  const rows = await sql<Row>(
    `WITH rate AS (${ratesSql(scope, parameters)}),
     joined AS (SELECT account_id, min(day) AS day, date_trunc('month', min(day)::timestamp) AS month FROM app.mrr_movement WHERE at < ${instant} GROUP BY account_id),
     held AS (
       SELECT j.month, j.account_id, -1 AS k, m.currency, max(m.balance) AS balance
       FROM joined j JOIN app.mrr_movement m ON m.account_id = j.account_id AND m.day = j.day AND m.at < ${instant} GROUP BY j.month, j.account_id, m.currency
       UNION ALL
       SELECT j.month, j.account_id, k.k, m.currency, m.balance
       FROM joined j CROSS JOIN generate_series(0, ${parameters.place(months, "int")}) AS k(k)
       JOIN app.mrr_movement m ON m.account_id = j.account_id AND m.balance > 0
         AND m.at < (j.month + make_interval(months => k.k + 1)) AT TIME ZONE ${zone} AND (j.month + make_interval(months => k.k + 1)) AT TIME ZONE ${zone} <= m.until_at
     ),
     cell AS (
       SELECT held.month, held.k, count(DISTINCT held.account_id)::int AS customers, CASE WHEN bool_and(rate.rate IS NOT NULL) THEN sum(held.balance * rate.rate) END AS mrr
       FROM held LEFT JOIN rate ON rate.currency = held.currency AND rate.from_at <= held.month AT TIME ZONE ${zone} AND held.month AT TIME ZONE ${zone} < rate.until_at
       GROUP BY held.month, held.k
     )
     SELECT to_char(c.month, 'YYYY-MM') AS cohort, c.customers AS size, c.mrr::float8 AS initial, k.k AS month,
       (c.month + make_interval(months => k.k + 1)) AT TIME ZONE ${zone} <= ${instant} AS finished,
       coalesce(cell.customers, 0) AS customers, (CASE WHEN cell.month IS NULL THEN 0 ELSE cell.mrr / c.mrr END)::float8 AS mrr
     FROM cell c CROSS JOIN generate_series(0, ${parameters.place(months, "int")}) AS k(k)
     LEFT JOIN cell ON cell.month = c.month AND cell.k = k.k
     WHERE c.k = -1 ORDER BY c.month, k.k`,
    parameters.values,
  );
  const cohorts = new Map<string, Cohort>();
  for (const row of rows) {
    const cohort = cohorts.get(row.cohort) ?? { cohort: row.cohort, size: row.size, initialMrr: row.initial, customers: [], mrr: [] };
    cohorts.set(row.cohort, cohort);
    cohort.customers.push(row.finished ? row.customers / row.size : null);
    cohort.mrr.push(row.finished ? row.mrr : null);
  }
  return [...cohorts.values()];
}
