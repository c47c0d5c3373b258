import { makeGrid } from "@/lib/health/inputs";
import { keptDays } from "@/lib/health/kept-days";
import type { Afterwards } from "@/lib/health/refresh";
import { firstDay, lockHealth, readHealthState } from "@/lib/health/state";
import { tellPages } from "@/lib/platform/changes";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { deriveSignals } from "@/lib/signals/derive";
import { definitionOf, readTuned, type Tuned } from "@/lib/signals/thresholds";

/** Account-days looked at by one statement, roughly. */
const STRETCH = 120_000;

/**
 * Keeps the signals in step with a stretch of health. Those whose definition changed are left to `refreshSignals`, which makes all their days again; where
 * health itself begins with this stretch there is nothing to make again, and all of them follow it from here.
 */
export const keepSignals: Afterwards = async (sql, scope, made) => {
  const { through } = await readHealthState(sql);
  if (through === null) await begin(sql, scope);
  const known = await readDefinitions(sql);
  const current = (await readTuned(sql, scope)).filter((tuned) => tuned.enabled && known[tuned.signal.face.id] === definitionOf(tuned));
  await deriveSignals(sql, made, current);
};

/** Makes the signals whose thresholds or definition changed again, over all of history. Call it once the health is up to date. */
export function refreshSignals(scope: Scope): Promise<void> {
  return withTenantConnection(scope, ({ sql }) => makeSignals(sql, scope));
}

/** Signals wait to be made again: somebody changed their thresholds, or this software defines them in another way. */
export async function areSignalsStale(sql: Sql, scope: Scope): Promise<boolean> {
  return !(await compareDefinitions(sql, scope)).isSame;
}

/** Makes them inside a transaction that is open already. */
export async function makeSignals(sql: Sql, scope: Scope): Promise<void> {
  const { through } = await lockHealth(sql);
  const { tuned, definitions, changed, isSame } = await compareDefinitions(sql, scope);
  if (through === null || isSame) return;
  const kept = tuned.filter((each) => !changed.includes(each)).map(({ signal }) => signal.face.id);
  await sql("DELETE FROM app.signal WHERE kind <> ALL($1::text[])", [kept]);
  await overHistory(sql, scope, { through, changed: changed.filter(({ enabled }) => enabled) });
  await sql("UPDATE app.health_derivation SET signals = $1::text::jsonb", [JSON.stringify(definitions)]);
  await sql("ANALYZE app.signal");
  await tellPages(sql, scope);
}

async function begin(sql: Sql, scope: Scope): Promise<void> {
  const { definitions } = await compareDefinitions(sql, scope);
  await sql("DELETE FROM app.signal");
  await sql("UPDATE app.health_derivation SET signals = $1::text::jsonb", [JSON.stringify(definitions)]);
}

async function compareDefinitions(sql: Sql, scope: Scope) {
  const known = await readDefinitions(sql);
  const tuned = await readTuned(sql, scope);
  const definitions = Object.fromEntries(tuned.map((each) => [each.signal.face.id, definitionOf(each)]));
  const changed = tuned.filter(({ signal: { face } }) => known[face.id] !== definitions[face.id]);
  return { tuned, definitions, changed, isSame: changed.length === 0 && Object.keys(known).length === tuned.length };
}

async function overHistory(sql: Sql, scope: Scope, { through, changed }: { through: string; changed: readonly Tuned[] }): Promise<void> {
  if (changed.length === 0) return;
  await sql("SET LOCAL work_mem = '64MB'");
  const [row] = await sql<{ accounts: number }>("SELECT count(*)::int AS accounts FROM app.account");
  const accounts = row?.accounts ?? 0;
  const days = keptDays((await firstDay(sql, scope)) ?? through, through, accounts);
  const step = Math.max(1, Math.floor(STRETCH / Math.max(1, accounts)));
  for (let at = 0; at < days.length; at += step) {
    const request = { accounts: null, days: days.slice(at, at + step), timeZone: scope.timeZone };
    await makeGrid(sql, request);
    await deriveSignals(sql, request, changed);
  }
}

async function readDefinitions(sql: Sql): Promise<Readonly<Record<string, string>>> {
  const [row] = await sql<{ signals: Record<string, string> }>("SELECT signals FROM app.health_derivation");
  return row?.signals ?? {};
}
