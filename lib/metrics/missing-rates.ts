import type { Period } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import { monthCuts, wholeCuts } from "@/lib/ledger/rollups";
import type { MeasuredMetric } from "@/lib/metrics/definition";
import { filterSql, type SumsRequest } from "@/lib/metrics/sums";
import type { Sql } from "@/lib/platform/db";

/** Which currencies had no rate yet where one of a metric's figures needs it, by period and value (null for the whole, or for none). */
export type Missing = { period: Period; value: string | null; currencies: string[] };

/** Names the currencies for which a metric has no answer over some periods: those of the rows it would have to count. */
export async function missingCurrencies(
  sql: Sql,
  metric: MeasuredMetric,
  { periods, by, where, asOf, scope, settings }: Omit<SumsRequest, "metrics">,
): Promise<Missing[]> {
  const { relation, unpriced = [] } = metric;
  if (relation.missing === undefined) return [];
  const parameters = new Parameters();
  const rows = relation.rows(
    { cuts: metric.cut === "months" ? monthCuts(periods) : wholeCuts(periods), asOf, scope, settings },
    parameters,
  );
  const filter = filterSql(where, parameters);
  const found = await sql<{ start: string; end: string; value: string | null; currencies: string[] }>(
    `SELECT r.of_start::text AS start, r.of_end::text AS end, ${by === null ? "NULL::text" : `r.${by}`} AS value, array_agg(DISTINCT lacked.code ORDER BY lacked.code) AS currencies
     FROM (${rows}) AS r CROSS JOIN LATERAL unnest(${relation.missing(unpriced)}) AS lacked(code)
     ${filter === "" ? "WHERE" : `${filter} AND`} ${unpriced.map((measure) => `r.${measure}`).join(" + ")} > 0 GROUP BY 1, 2, 3`,
    parameters.values,
  );
  return found.map(({ start, end, value, currencies }) => ({ period: { start, end }, value, currencies }));
}
