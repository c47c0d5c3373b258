import { deriveAll, refresh } from "@/lib/ledger/refresh";
import { readDerivation } from "@/lib/ledger/state";
import { now } from "@/lib/platform/clock";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** By table: how many rows it has, and how many of them stand on one side only. */
export type Comparison = { tables: Record<string, { rows: number; different: number }> };

const DERIVED = ["mrr_movement", "account_dimension", "account_month", "metric_rollup", "usage_day", "usage_month"] as const;

/** Throws every derived row away and makes it again from the records. */
export async function rebuild(scope: Scope): Promise<Comparison> {
  await refresh(scope);
  return withTenantConnection(scope, async ({ sql }) => {
    await deriveAll(sql, scope, now());
    return compare(async (table) => ({ rows: await count(sql, `app.${table}`), different: 0 }));
  });
}

/** Makes every derived row again beside the ones that are kept, as of the same instant, and compares the two; nothing is changed. */
export async function checkRebuild(scope: Scope, asOf = now()): Promise<Comparison> {
  await refresh(scope, asOf);
  let found: Comparison = { tables: {} };
  await withTenantConnection(scope, async ({ sql }) => {
    const { rolledAsOf } = await readDerivation(sql);
    for (const table of DERIVED) await sql(`CREATE TEMP TABLE kept_${table} ON COMMIT DROP AS SELECT * FROM app.${table}`);
    await deriveAll(sql, scope, rolledAsOf ?? asOf);
    found = await compare(async (table) => {
      const only = (one: string, other: string) => count(sql, `(SELECT * FROM ${one} EXCEPT ALL SELECT * FROM ${other})`);
      const different = (await only(`kept_${table}`, `app.${table}`)) + (await only(`app.${table}`, `kept_${table}`));
      return { rows: await count(sql, `kept_${table}`), different };
    });
    throw new Unchanged();
  }).catch((error: unknown) => {
    if (!(error instanceof Unchanged)) throw error;
  });
  return found;
}

/** Rolls the comparison's own work back. */
class Unchanged extends Error {}

async function compare(of: (table: (typeof DERIVED)[number]) => Promise<{ rows: number; different: number }>): Promise<Comparison> {
  const tables: Comparison["tables"] = {};
  for (const table of DERIVED) tables[table] = await of(table);
  return { tables };
}

async function count(sql: Sql, from: string): Promise<number> {
  const [row] = await sql<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${from} AS counted`);
  return row?.rows ?? 0;
}
