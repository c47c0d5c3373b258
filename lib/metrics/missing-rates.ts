import { ratesSql } from "@/lib/ledger/account-period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Placed } from "@/lib/metrics/instants";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** The currencies in which something was held or due in these periods while they had no rate yet. */
export async function missingCurrencies(sql: Sql, scope: Scope, periods: readonly Placed[], asOf: Date): Promise<string[]> {
  if (periods.length === 0) return [];
  const parameters = new Parameters();
  const instants = periods.flatMap(({ startAt, endAt }) => [startAt, endAt < asOf ? endAt : asOf]);
  const rows = await sql<{ currency: string }>(
    `WITH rate AS (${ratesSql(scope, parameters)}), edge AS (SELECT DISTINCT t FROM unnest(${parameters.place(instants, "timestamptz[]")}) AS t)
     SELECT currency FROM (
       SELECT m.currency::text, edge.t FROM edge JOIN app.mrr_movement m ON m.at < edge.t AND edge.t <= m.until_at AND m.balance > 0
       UNION SELECT c.currency::text, edge.t FROM edge JOIN app.contract c ON c.due_on <= edge.t::date
     ) AS used
     WHERE NOT EXISTS (SELECT FROM rate WHERE rate.currency = used.currency AND rate.from_at <= used.t)
     GROUP BY currency ORDER BY currency`,
    parameters.values,
  );
  return rows.map(({ currency }) => currency);
}
