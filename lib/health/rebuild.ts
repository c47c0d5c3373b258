import { deriveDays } from "@/lib/health/days";
import { type Afterwards, refreshDays, refreshHealth } from "@/lib/health/refresh";
import { lockHealth } from "@/lib/health/state";
import { readVersions } from "@/lib/health/versions";
import type { Day } from "@/lib/kernel/period";
import { compareRows, countRows, withoutTrace } from "@/lib/ledger/comparison";
import type { Comparison } from "@/lib/ledger/rebuild";
import { now } from "@/lib/platform/clock";
import { withTenantConnection } from "@/lib/platform/db";
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
    async ({ sql }) => ({ health_day: { rows: await countRows(sql, "app.health_day"), different: 0 } }),
    "read",
  );
}

/** Makes the days that are kept again beside them and compares the two, a hundred at a time; nothing is changed. */
export async function checkHealth(scope: Scope, afterwards?: Afterwards): Promise<Comparison["tables"]> {
  await refreshDays(scope, [], afterwards);
  const found = { rows: 0, different: 0 };
  for (const days of await keptInHundreds(scope)) {
    const { rows, different } = await withoutTrace(scope, async (sql) => {
      await lockHealth(sql);
      await sql("CREATE TEMP TABLE kept_health ON COMMIT DROP AS SELECT * FROM app.health_day WHERE day = ANY($1::date[])", [days]);
      await deriveDays(sql, { accounts: null, days, timeZone: scope.timeZone }, await readVersions(sql));
      await sql("CREATE TEMP TABLE made_health ON COMMIT DROP AS SELECT * FROM app.health_day WHERE day = ANY($1::date[])", [days]);
      return compareRows(sql, "kept_health", "made_health");
    });
    found.rows += rows;
    found.different += different;
  }
  return { health_day: found };
}

async function keptInHundreds(scope: Scope): Promise<Day[][]> {
  const days = await withTenantConnection(
    scope,
    ({ sql }) => sql<{ day: Day }>("SELECT DISTINCT day::text FROM app.health_day ORDER BY 1"),
    "read",
  );
  return Array.from({ length: Math.ceil(days.length / 100) }, (_, i) => days.slice(i * 100, i * 100 + 100).map(({ day }) => day));
}
