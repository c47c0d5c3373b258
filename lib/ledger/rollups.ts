import { DIMENSIONS } from "@/lib/kernel/dimension";
import { addMonths, type Day, monthsOf, type Period } from "@/lib/kernel/period";
import { ACCOUNT_PERIOD_MEASURES, accountPeriodSql, type Cut, type Cuts } from "@/lib/ledger/account-period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";

export const ACCOUNT_PERIOD = "account-period";

/** Whole periods as cuts: rates compare the two ends of the period. */
export function wholeCuts(periods: readonly Period[]): Cut[] {
  return periods.map(({ start, end }) => ({ start, end, of: { start, end } }));
}

/** Periods cut at their month starts: summed metrics add the months up. */
export function monthCuts(periods: readonly Period[]): Cut[] {
  return periods.flatMap((of) => monthsOf(of).map((cut) => ({ ...cut, of: { start: of.start, end: of.end } })));
}

/** Every month, quarter and trailing twelve months that touches the months from `first` to `last`, each once; a year is one of the latter. */
export function rolledPeriods(first: Day, last: Day): Period[] {
  const found = new Map<string, Period>();
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    const end = addMonths(month, 1);
    const quarter = addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3));
    for (const period of [
      { start: month, end },
      { start: quarter, end: addMonths(quarter, 3) },
      { start: addMonths(end, -12), end },
    ]) {
      found.set(`${period.start}..${period.end}`, period);
    }
  }
  return [...found.values()];
}

/** Throws the sums of these periods away and makes them again from every account. */
export async function rollUp(sql: Sql, periods: readonly Period[], context: Pick<Cuts, "asOf" | "scope">): Promise<void> {
  await sql(
    `DELETE FROM app.metric_rollup r USING unnest($1::text[]::date[], $2::text[]::date[]) AS p(start, until)
     WHERE r.relation = $3 AND r.period_start = p.start AND r.period_end = p.until`,
    [periods.map(({ start }) => start), periods.map(({ end }) => end), ACCOUNT_PERIOD],
  );
  const parameters = new Parameters();
  const relation = parameters.place(ACCOUNT_PERIOD, "text");
  await sql(
    `INSERT INTO app.metric_rollup (workspace_id, relation, dimension, value, period_start, period_end, sums)
     SELECT app.tenant(), ${relation}, dimension, value, of_start, of_end, ${sumsOf((measure) => measure)}
     FROM (${contributionsSql({ ...context, cuts: wholeCuts(periods), accounts: null }, parameters)}) AS c`,
    parameters.values,
  );
}

/** Keeps what some accounts contribute now, negated: called before their derived rows change, and settled after. */
export async function takeOut(sql: Sql, periods: readonly Period[], context: Pick<Cuts, "asOf" | "scope" | "accounts">): Promise<void> {
  await sql(
    `CREATE TEMP TABLE IF NOT EXISTS rollup_change (dimension text, value text, of_start date, of_end date, ${ACCOUNT_PERIOD_MEASURES.map((m) => `${m} numeric`).join(", ")}) ON COMMIT DROP`,
  );
  await contribute(sql, "-", periods, context);
}

/** Adds what the accounts contribute now and applies the difference; sums that it leaves unchanged are not written. */
export async function putBack(sql: Sql, periods: readonly Period[], context: Pick<Cuts, "asOf" | "scope" | "accounts">): Promise<void> {
  await contribute(sql, "+", periods, context);
  await sql(
    `INSERT INTO app.metric_rollup AS r (workspace_id, relation, dimension, value, period_start, period_end, sums)
     SELECT app.tenant(), $1, dimension, value, of_start, of_end, ${sumsOf((measure) => `sum(${measure})`)}
     FROM rollup_change GROUP BY dimension, value, of_start, of_end
     HAVING ${ACCOUNT_PERIOD_MEASURES.map((measure) => `sum(${measure}) <> 0`).join(" OR ")}
     ON CONFLICT (workspace_id, relation, dimension, value, period_start, period_end) DO UPDATE SET sums = app.add_sums(r.sums, EXCLUDED.sums)`,
    [ACCOUNT_PERIOD],
  );
  await sql("DELETE FROM app.metric_rollup WHERE relation = $1 AND (sums->>'rows')::numeric = 0", [ACCOUNT_PERIOD]);
}

async function contribute(
  sql: Sql,
  sign: "+" | "-",
  periods: readonly Period[],
  context: Pick<Cuts, "asOf" | "scope" | "accounts">,
): Promise<void> {
  const parameters = new Parameters();
  const source = contributionsSql({ ...context, cuts: wholeCuts(periods) }, parameters);
  await sql(
    `INSERT INTO rollup_change SELECT dimension, value, of_start, of_end, ${ACCOUNT_PERIOD_MEASURES.map((measure) => `${sign} ${measure}`).join(", ")} FROM (${source}) AS c`,
    parameters.values,
  );
}

/**
 * The relation's measures summed for the whole (dimension '') and for each value of each dimension ('' for none). Rows that agree in all of them
 * are added up first: there are far fewer of those than of accounts, and each is then added in nine places.
 */
function contributionsSql(cuts: Cuts, parameters: Parameters): string {
  const name = DIMENSIONS.map((dimension) => `WHEN GROUPING(${dimension}) = 0 THEN '${dimension}'`).join(" ");
  const value = DIMENSIONS.map((dimension) => `WHEN GROUPING(${dimension}) = 0 THEN coalesce(${dimension}, '')`).join(" ");
  return `
  SELECT of_start, of_end, CASE ${name} ELSE '' END AS dimension, CASE ${value} ELSE '' END AS value,
    ${ACCOUNT_PERIOD_MEASURES.map((measure) => `sum(${measure}) AS ${measure}`).join(", ")}
  FROM (
    SELECT of_start, of_end, ${DIMENSIONS.join(", ")}, ${ACCOUNT_PERIOD_MEASURES.map((measure) => `sum(${measure}) AS ${measure}`).join(", ")}
    FROM (${accountPeriodSql(cuts, parameters)}) AS row GROUP BY of_start, of_end, ${DIMENSIONS.join(", ")}
  ) AS alike
  GROUP BY GROUPING SETS ((of_start, of_end), ${DIMENSIONS.map((dimension) => `(of_start, of_end, ${dimension})`).join(", ")})`;
}

function sumsOf(expression: (measure: string) => string): string {
  return `jsonb_build_object(${ACCOUNT_PERIOD_MEASURES.map((measure) => `'${measure}', trim_scale(${expression(measure)})`).join(", ")})`;
}
