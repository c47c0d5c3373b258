import type { Day } from "@/lib/kernel/period";
import { accountPeriodSql } from "@/lib/ledger/account-period";
import { dimensionsSql } from "@/lib/ledger/dimensions";
import { movementsSql } from "@/lib/ledger/movements";
import { Parameters } from "@/lib/ledger/parameters";
import { monthCuts } from "@/lib/ledger/rollups";
import type { LedgerRules } from "@/lib/ledger/rules";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** Makes the ledger and the dimensions of some accounts (all where null) again from their records. */
export async function deriveLedger(
  sql: Sql,
  accounts: readonly string[] | null,
  { rules, scope }: { rules: LedgerRules; scope: Pick<Scope, "currency" | "timeZone"> },
): Promise<void> {
  for (const [table, source] of [
    ["mrr_movement", (parameters: Parameters) => movementsSql(accounts, rules, parameters)],
    ["account_dimension", (parameters: Parameters) => dimensionsSql(accounts, scope, parameters)],
  ] as const) {
    await forget(sql, table, accounts);
    const parameters = new Parameters();
    await sql(`INSERT INTO app.${table} SELECT * FROM (${source(parameters)}) AS made`, parameters.values);
  }
}

/** Makes the months of some accounts again, from `first` to the month that holds `asOf`. Returns how many rows they have. */
export async function deriveMonths(
  sql: Sql,
  accounts: readonly string[] | null,
  { first, last, asOf, scope }: { first: Day; last: Day; asOf: Date; scope: Pick<Scope, "currency" | "timeZone"> },
): Promise<number> {
  await forget(sql, "account_month", accounts);
  const parameters = new Parameters();
  const cuts = monthCuts([{ start: first, end: last }]).map((cut) => ({ ...cut, of: { start: cut.start, end: cut.end } }));
  const opening = "unpriced_churned + unpriced_changed";
  const any = `unpriced_new + unpriced_reactivated + ${opening} + unpriced_closing`;
  const priced = (column: string, unpriced: string) => `CASE WHEN ${unpriced} = 0 THEN trim_scale(${column}) END`;
  const moved = ["new", "expansion", "contraction", "churned", "reactivated", "fx_impact"].map((column) => priced(column, any)).join(", ");
  const [counted] = await sql<{ months: number }>(
    `WITH made AS (
       INSERT INTO app.account_month
       SELECT app.tenant(), account_id, start, ${priced("opening", opening)}, ${priced("closing_value", "unpriced_closing")}, ${moved},
         class, segment, plan, region, owner, stage, country, industry, interval
       FROM (${accountPeriodSql({ cuts, asOf, scope, accounts }, parameters)}) AS row
       RETURNING 1)
     SELECT count(*)::int AS months FROM made`,
    parameters.values,
  );
  return counted?.months ?? 0;
}

async function forget(
  sql: Sql,
  table: "mrr_movement" | "account_dimension" | "account_month",
  accounts: readonly string[] | null,
): Promise<void> {
  if (accounts === null) await sql(`DELETE FROM app.${table}`);
  else await sql(`DELETE FROM app.${table} WHERE account_id = ANY($1::uuid[])`, [accounts]);
}
