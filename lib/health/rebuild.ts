import { deriveDays } from "@/lib/health/days";
import { type Afterwards, refreshDays, refreshHealth } from "@/lib/health/refresh";
import { lockHealth } from "@/lib/health/state";
import { readVersions } from "@/lib/health/versions";
import type { Day } from "@/lib/kernel/period";
import type { Comparison } from "@/lib/ledger/rebuild";
import { now } from "@/lib/platform/clock";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** Throws every day of health away and makes it again from the records. */
export async function rebuildHealth(scope: Scope, afterwards?: Afterwards): Promise<Comparison["tables"]> {
  await withTenantConnection(scope, async ({ sql }) => {
    await lockHealth(sql);
    await sql("UPDATE app.health_derivation SET definition = ''");
  });
  await refreshHealth(scope, now(), afterwards);
  return withTenantConnection(
    scope,
    async ({ sql }) => ({ health_day: { rows: await count(sql, "app.health_day"), different: 0 } }),
    "read",
  );
}

/** Makes the days that are kept again beside them and compares the two, a hundred at a time; nothing is changed. */
export async function checkHealth(scope: Scope, afterwards?: Afterwards): Promise<Comparison["tables"]> {
  await refreshDays(scope, [], afterwards);
  const found = { rows: 0, different: 0 };
  for (const days of await keptInHundreds(scope)) {
    await withTenantConnection(scope, async ({ sql }) => {
      await lockHealth(sql);
      await sql("CREATE TEMP TABLE kept_health ON COMMIT DROP AS SELECT * FROM app.health_day WHERE day = ANY($1::date[])", [days]);
      await deriveDays(sql, { accounts: null, days, timeZone: scope.timeZone }, await readVersions(sql));
      await sql("CREATE TEMP TABLE made_health ON COMMIT DROP AS SELECT * FROM app.health_day WHERE day = ANY($1::date[])", [days]);
      const only = (one: string, other: string) => count(sql, `(SELECT * FROM ${one} EXCEPT ALL SELECT * FROM ${other})`);
      found.rows += await count(sql, "kept_health");
      found.different += (await only("kept_health", "made_health")) + (await only("made_health", "kept_health"));
      throw new Unchanged();
    }).catch((error: unknown) => {
      if (!(error instanceof Unchanged)) throw error;
    });
  }
  return { health_day: found };
}

/** Rolls the comparison's own work back. */
class Unchanged extends Error {}

async function keptInHundreds(scope: Scope): Promise<Day[][]> {
  const days = await withTenantConnection(
    scope,
    ({ sql }) => sql<{ day: Day }>("SELECT DISTINCT day::text FROM app.health_day ORDER BY 1"),
    "read",
  );
  return Array.from({ length: Math.ceil(days.length / 100) }, (_, i) => days.slice(i * 100, i * 100 + 100).map(({ day }) => day));
}

async function count(sql: Sql, from: string): Promise<number> {
  const [row] = await sql<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${from} AS counted`);
  return row?.rows ?? 0;
}
