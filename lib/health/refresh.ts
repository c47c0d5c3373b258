import { deriveDays } from "@/lib/health/days";
import { DEFINITION } from "@/lib/health/definition";
import type { GridRequest } from "@/lib/health/grid";
import { keptDays } from "@/lib/health/kept-days";
import { firstDay, type HealthState, lockHealth, readHealthState } from "@/lib/health/state";
import { firstRetold } from "@/lib/health/told";
import { readVersions } from "@/lib/health/versions";
import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { now } from "@/lib/platform/clock";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** What is made of a stretch of days once their health stands, in the same transaction, in which their `grid` stands too. */
export type Afterwards = (sql: Sql, scope: Scope, made: GridRequest) => Promise<void>;

/** Account-days made by one statement, roughly: as much as memory holds with ease. */
const STRETCH = 40_000;

/**
 * Brings every account's days of health up to today: the days since the last one made, for all; those an account's changed records speak of,
 * for it alone; all of them where the definitions changed. Each stretch of days is a transaction of its own, so that it can be left and taken up.
 * Stands on the ledger: refresh that first. Returns how many account-days were made.
 */
export async function refreshHealth(scope: Scope, asOf = now(), afterwards: Afterwards = async () => {}): Promise<number> {
  let made = await withHealth(scope, async (sql, state) => {
    await startOver(sql, scope, state, asOf);
    return 0;
  });
  for (;;) {
    const step = await withHealth(scope, (sql, state) => nextStretch(sql, scope, state, { asOf, afterwards }));
    if (step === null) break;
    made += step;
  }
  return made + (await withHealth(scope, (sql, state) => changedAccounts(sql, scope, state, afterwards)));
}

/** Makes only some days of health, whatever lies before them: enough for readings of periods that end with them. */
export function refreshDays(scope: Scope, days: readonly Day[], afterwards: Afterwards = async () => {}): Promise<number> {
  const asOf = now();
  return withHealth(scope, async (sql, state) => {
    await startOver(sql, scope, state, asOf);
    const { through } = await readHealthState(sql);
    const made = await changedAccounts(sql, scope, { ...state, through }, afterwards);
    const ahead = days.filter((day) => through === null || day > through);
    if (ahead.length === 0) return made;
    await sql("UPDATE app.health_derivation SET as_of = $1::timestamptz", [asOf]);
    return made + (await make(sql, scope, { accounts: null, days: ahead }, async () => {}));
  });
}

function withHealth<T>(scope: Scope, work: (sql: Sql, state: HealthState) => Promise<T>): Promise<T> {
  return withTenantConnection(scope, async ({ sql }) => {
    const state = await lockHealth(sql);
    await sql("SET LOCAL work_mem = '64MB'");
    return work(sql, state);
  });
}

// Takes away what no longer holds: everything where the definitions or most accounts changed, else the days from which on something did for all of them.
async function startOver(sql: Sql, scope: Scope, { definition, through, fromDay }: HealthState, asOf: Date): Promise<void> {
  const today = dayAt(asOf, scope.timeZone);
  const [dirty] = await sql<{ many: boolean; from_day: Day | null }>(
    `SELECT (SELECT count(*) FROM app.dirty_health) > greatest(1000, (SELECT count(*) FROM app.account) * 0.2) AS many,
       CASE WHEN min(from_at) > '-infinity' THEN (min(from_at) AT TIME ZONE $1)::date::text END AS from_day FROM app.dirty_health`,
    [scope.timeZone],
  );
  const isNew = definition !== DEFINITION;
  const since = isNew ? null : dirty?.many ? dirty.from_day : undefined;
  const from =
    since === undefined
      ? earliest(fromDay, through !== null && through > today ? addDays(today, 1) : null, await firstRetold(sql, scope.timeZone))
      : since === null
        ? null
        : earliest(fromDay, since);
  if (since === undefined && from === null) return;
  await sql("DELETE FROM app.health_day WHERE $1::text IS NULL OR day >= $1::text::date", [from]);
  await sql("DELETE FROM app.health_told WHERE $1::text IS NULL OR day >= $1::text::date", [from]);
  const kept = from === null || through === null ? null : earliest(addDays(from, -1), through);
  if (since !== undefined) await sql("DELETE FROM app.dirty_health");
  await sql("UPDATE app.health_derivation SET definition = $1, through = $2::text::date, from_day = NULL", [DEFINITION, kept]);
}

function earliest(...days: (Day | null)[]): Day | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

async function nextStretch(
  sql: Sql,
  scope: Scope,
  { through }: HealthState,
  { asOf, afterwards }: { asOf: Date; afterwards: Afterwards },
): Promise<number | null> {
  const today = dayAt(asOf, scope.timeZone);
  const accounts = await accountsOf(sql);
  const kept = keptDays((await firstDay(sql, scope)) ?? today, today, accounts);
  const days = kept.filter((day) => through === null || day > through).slice(0, Math.max(1, Math.floor(STRETCH / Math.max(1, accounts))));
  const last = days.at(-1);
  if (last === undefined) return null;
  const made = await make(sql, scope, { accounts: null, days }, afterwards);
  await sql("UPDATE app.health_derivation SET through = $1::text::date, as_of = $2::timestamptz", [last, asOf]);
  if (last === today) await sql("ANALYZE app.health_day");
  return made;
}

async function changedAccounts(sql: Sql, scope: Scope, { through }: HealthState, afterwards: Afterwards): Promise<number> {
  const dirty = await sql<{ account_id: string; marks: string; from_day: Day | null }>(
    "SELECT account_id::text, marks::text, CASE WHEN from_at > '-infinity' THEN (from_at AT TIME ZONE $1)::date::text END AS from_day FROM app.dirty_health ORDER BY 1",
    [scope.timeZone],
  );
  if (dirty.length === 0 || through === null) return 0;
  const accounts = dirty.map(({ account_id }) => account_id);
  const since = dirty.every(({ from_day }) => from_day !== null) ? earliest(...dirty.map(({ from_day }) => from_day)) : null;
  const gone = await sql<{ day: Day }>(
    "WITH gone AS (DELETE FROM app.health_day WHERE account_id = ANY($1::uuid[]) AND ($2::text IS NULL OR day >= $2::text::date) RETURNING day) SELECT DISTINCT day::text FROM gone",
    [accounts, since],
  );
  const first = since ?? (await firstDay(sql, scope)) ?? through;
  const kept = [...new Set([...keptDays(first, through, await accountsOf(sql)), ...gone.map(({ day }) => day)])].sort();
  const step = Math.max(1, Math.floor(STRETCH / accounts.length));
  let made = 0;
  for (let at = 0; at < kept.length; at += step) made += await make(sql, scope, { accounts, days: kept.slice(at, at + step) }, afterwards);
  await sql(
    "DELETE FROM app.dirty_health d USING unnest($1::uuid[], $2::bigint[]) AS seen(id, marks) WHERE d.account_id = seen.id AND d.marks = seen.marks",
    [accounts, dirty.map(({ marks }) => marks)],
  );
  await sql("SELECT pg_notify('bellwether_change', $1)", [scope.workspaceId]);
  return made;
}

async function make(sql: Sql, scope: Scope, stretch: Omit<GridRequest, "timeZone">, afterwards: Afterwards): Promise<number> {
  const request = { ...stretch, timeZone: scope.timeZone };
  const made = await deriveDays(sql, request, await readVersions(sql));
  await afterwards(sql, scope, request);
  return made;
}

async function accountsOf(sql: Sql): Promise<number> {
  const [row] = await sql<{ accounts: number }>("SELECT count(*)::int AS accounts FROM app.account");
  return row?.accounts ?? 0;
}
