import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export type ShownCost = { id: string; month: Day; amount: number; currency: string; category: string | null };

/** What was spent on this account alone, newest first. */
export async function listCosts(sql: Sql, _scope: Scope, accountId: string): Promise<ShownCost[]> {
  return sql(
    `SELECT id::text AS id, month::text AS month, amount::float8 AS amount, currency::text AS currency, category
     FROM app.cost WHERE account_id = $1::uuid ORDER BY cost.month DESC, id LIMIT 100`,
    [accountId],
  );
}
