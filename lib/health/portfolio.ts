import { overridesSql } from "@/lib/accounts/overrides";
import type { Cell } from "@/lib/health/cells";
import { accountsOf, type StandingRequest, standingSql } from "@/lib/health/standing";
import type { Band } from "@/lib/kernel/health-score";
import { addDays } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** An account whose band is another than some days before. */
export type Moved = { accountId: string; name: string; mrr: number | null; from: Band; to: Band };

/** How many accounts went from one band to another, and their MRR. */
export type Flow = { from: Band; to: Band; accounts: number; mrr: number };

export type Portfolio = { cells: Cell[]; flows: Flow[]; fell: Moved[]; rose: Moved[] };

const RANK = (band: string) => `array_position(ARRAY['unknown', 'red', 'yellow', 'green'], ${band})`;

/** Accounts by size and band on a day, and those whose band was another `days` before: the largest `most` that fell and that rose. */
export async function readPortfolio(
  sql: Sql,
  scope: Scope,
  { days, most, ...request }: StandingRequest & { days: number; most: number },
): Promise<Portfolio> {
  const parameters = new Parameters();
  const now = standingSql(request, scope, parameters);
  const before = addDays(request.day, -days);
  const then = `((${parameters.place(before, "date")} + 1)::timestamp AT TIME ZONE ${parameters.place(scope.timeZone, "text")})`;
  const some = accountsOf(request, parameters);
  const moved = (way: "<" | ">") =>
    `SELECT m.account_id AS "accountId", a.name, CASE WHEN m.is_unpriced THEN NULL ELSE m.mrr::float8 END AS mrr, m."from", m."to"
     FROM (SELECT * FROM moved WHERE ${RANK('"to"')} ${way} ${RANK('"from"')} ORDER BY mrr DESC, account_id LIMIT ${most}) AS m
     JOIN app.account a ON a.id = m.account_id ORDER BY m.mrr DESC, m.account_id`;
  const [found] = await sql<{ [part in keyof Portfolio]: Portfolio[part] | null }>(
    `WITH now AS MATERIALIZED (${now}),
     moved AS MATERIALIZED (
       SELECT account_id, max(was) AS "from", max(band) AS "to", max(mrr) AS mrr, bool_or(is_unpriced) AS is_unpriced FROM (
         SELECT account_id, NULL AS was, band, mrr, is_unpriced FROM now
         UNION ALL SELECT account_id, coalesce(max(band) FILTER (WHERE is_set), max(band)) AS was, NULL, NULL, NULL FROM (
           SELECT h.account_id, h.band, false AS is_set FROM app.health_day h WHERE h.day = ${parameters.place(before, "date")}${some}
           UNION ALL SELECT account_id, band, true FROM (${overridesSql(then)}) AS o
         ) AS earlier GROUP BY 1 HAVING bool_or(NOT is_set)
       ) AS each GROUP BY 1 HAVING max(was) <> max(band)
     ),
     sized AS (SELECT *, CASE WHEN mrr <= 0 THEN 'none' WHEN share <= 0.1 THEN 'largest' WHEN share <= 0.4 THEN 'middle' ELSE 'rest' END AS tier
       FROM (SELECT *, cume_dist() OVER (PARTITION BY mrr > 0 ORDER BY mrr DESC, account_id) AS share FROM now) AS ranked)
     SELECT (SELECT json_agg(cell) FROM (SELECT tier, band, count(*) AS accounts, sum(mrr)::float8 AS mrr, count(*) FILTER (WHERE is_unpriced) AS unpriced,
         count(*) FILTER (WHERE is_overridden) AS overridden, count(score) AS scored, coalesce(sum(score), 0) AS scores, min(mrr)::float8 AS least FROM sized GROUP BY 1, 2) AS cell) AS cells,
       (SELECT json_agg(flow) FROM (SELECT "from", "to", count(*) AS accounts, sum(mrr)::float8 AS mrr FROM moved GROUP BY 1, 2 ORDER BY 1, 2) AS flow) AS flows,
       (SELECT json_agg(fell) FROM (${moved("<")}) AS fell) AS fell, (SELECT json_agg(rose) FROM (${moved(">")}) AS rose) AS rose`,
    parameters.values,
  );
  return { cells: found?.cells ?? [], flows: found?.flows ?? [], fell: found?.fell ?? [], rose: found?.rose ?? [] };
}
