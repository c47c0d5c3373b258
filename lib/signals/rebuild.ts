import type { Comparison } from "@/lib/ledger/rebuild";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { makeSignals, refreshSignals } from "@/lib/signals/refresh";

/** Throws every signal away and makes it again from the records. */
export async function rebuildSignals(scope: Scope): Promise<Comparison["tables"]> {
  await withTenantConnection(scope, ({ sql }) => sql("UPDATE app.health_derivation SET signals = '{}'"));
  await refreshSignals(scope);
  return withTenantConnection(scope, async ({ sql }) => ({ signal: { rows: await count(sql, "app.signal"), different: 0 } }), "read");
}

/** Makes the signals again beside those that are kept and compares the two; nothing is changed. */
export async function checkSignals(scope: Scope): Promise<Comparison["tables"]> {
  await refreshSignals(scope);
  const found = { rows: 0, different: 0 };
  await withTenantConnection(scope, async ({ sql }) => {
    await sql("CREATE TEMP TABLE kept_signal ON COMMIT DROP AS SELECT * FROM app.signal");
    await sql("UPDATE app.health_derivation SET signals = '{}'");
    await makeSignals(sql, scope);
    const only = (one: string, other: string) => count(sql, `(SELECT * FROM ${one} EXCEPT ALL SELECT * FROM ${other})`);
    found.rows = await count(sql, "kept_signal");
    found.different = (await only("kept_signal", "app.signal")) + (await only("app.signal", "kept_signal"));
    throw new Unchanged();
  }).catch((error: unknown) => {
    if (!(error instanceof Unchanged)) throw error;
  });
  return { signal: found };
}

/** Rolls the comparison's own work back. */
class Unchanged extends Error {}

async function count(sql: Sql, from: string): Promise<number> {
  const [row] = await sql<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${from} AS counted`);
  return row?.rows ?? 0;
}
