import { compareRows, countRows, withoutTrace } from "@/lib/ledger/comparison";
import type { Comparison } from "@/lib/ledger/rebuild";
import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { makeSignals, refreshSignals } from "@/lib/signals/refresh";

/** Throws every signal away and makes it again from the records. */
export async function rebuildSignals(scope: Scope): Promise<Comparison["tables"]> {
  await withTenantConnection(scope, ({ sql }) => sql("UPDATE app.health_derivation SET signals = '{}'"));
  await refreshSignals(scope);
  return withTenantConnection(scope, async ({ sql }) => ({ signal: { rows: await countRows(sql, "app.signal"), different: 0 } }), "read");
}

/** Makes the signals again beside those that are kept and compares the two; nothing is changed. */
export async function checkSignals(scope: Scope): Promise<Comparison["tables"]> {
  await refreshSignals(scope);
  const signal = await withoutTrace(scope, async (sql) => {
    await sql("CREATE TEMP TABLE kept_signal ON COMMIT DROP AS SELECT * FROM app.signal");
    await sql("UPDATE app.health_derivation SET signals = '{}'");
    await makeSignals(sql, scope);
    return compareRows(sql, "kept_signal", "app.signal");
  });
  return { signal };
}
