import { type Compared, compareRows, countRows, withoutTrace } from "@/lib/ledger/comparison";
import { deriveAll, refresh } from "@/lib/ledger/refresh";
import { readDerivation } from "@/lib/ledger/state";
import { now } from "@/lib/platform/clock";
import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** By table: how many rows it has, and how many of them stand on one side only. */
export type Comparison = { tables: Record<string, Compared> };

const DERIVED = ["mrr_movement", "account_dimension", "account_month", "metric_rollup", "usage_day", "usage_month"] as const;

/** Throws every derived row away and makes it again from the records. */
export async function rebuild(scope: Scope): Promise<Comparison> {
  await refresh(scope);
  return withTenantConnection(scope, async ({ sql }) => {
    await deriveAll(sql, scope, now());
    return tables(async (table) => ({ rows: await countRows(sql, `app.${table}`), different: 0 }));
  });
}

/** Makes every derived row again beside the ones that are kept, as of the same instant, and compares the two; nothing is changed. */
export async function checkRebuild(scope: Scope, asOf = now()): Promise<Comparison> {
  await refresh(scope, asOf);
  return withoutTrace(scope, async (sql) => {
    const { rolledAsOf } = await readDerivation(sql);
    for (const table of DERIVED) await sql(`CREATE TEMP TABLE kept_${table} ON COMMIT DROP AS SELECT * FROM app.${table}`);
    await deriveAll(sql, scope, rolledAsOf ?? asOf);
    return tables((table) => compareRows(sql, `kept_${table}`, `app.${table}`));
  });
}

async function tables(of: (table: (typeof DERIVED)[number]) => Promise<Compared>): Promise<Comparison> {
  const found: Comparison["tables"] = {};
  for (const table of DERIVED) found[table] = await of(table);
  return { tables: found };
}
