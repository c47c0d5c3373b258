import { deriveDays } from "@/lib/health/days";
import { DEFINITION } from "@/lib/health/definition";
import type { GridRequest } from "@/lib/health/grid";
import { keptDays } from "@/lib/health/kept-days";
import { firstMarked, type Mark, readMarks, settle } from "@/lib/health/marks";
import { firstDay, type HealthState, lockHealth, readHealthState } from "@/lib/health/state";
import { firstRetold } from "@/lib/health/told";
import { readVersions } from "@/lib/health/versions";
import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { tellPages } from "@/lib/platform/changes";
import { now } from "@/lib/platform/clock";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** What is made of a stretch of days once their health stands, in the same transaction, in which their `grid` stands too. */
export type Afterwards = (sql: Sql, scope: Scope, made: GridRequest) => Promise<void>;

/** Account-days made by one statement, roughly: each looks half a year back, so that many small ones would read the same again and again. */
const STRETCH = 120_000;

/** Past this share of the accounts, making all of them again is cheaper than some. */
const MANY = 0.2;

/**
 * Brings every account's days of health up to today: those that an account's changed records speak of, for it alone; the days since the last one made, for all;
 * all of them where the definitions changed. Each stretch of days is a transaction of its own, so that it can be left and taken up.
 * Stands on the ledger: refresh that first. Returns how many account-days were made.
 */
export async function refreshHealth(scope: Scope, asOf = now(), afterwards: Afterwards = async () => {}): Promise<number> {
  let made = await withHealth(scope, (sql, state) => catchUp(sql, scope, state, { asOf, afterwards }));
  for (;;) {
    const step = await withHealth(scope, (sql, state) => nextStretch(sql, scope, state, { asOf, afterwards }));
    if (step === null) return made;
    made += step;
  }
}

/** Makes only some days of health, whatever lies before them: enough for readings of periods that end with them. */
export function refreshDays(scope: Scope, days: readonly Day[], afterwards: Afterwards = async () => {}): Promise<number> {
  const asOf = now();
  return withHealth(scope, async (sql, state) => {
    const made = await catchUp(sql, scope, state, { asOf, afterwards });
    const { through } = await readHealthState(sql);
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

type Work = { readonly asOf: Date; readonly afterwards: Afterwards };

// Makes up for what changed. The marks are read before anything is looked at: what is marked from then on is the next one's.
async function catchUp(sql: Sql, scope: Scope, state: HealthState, { asOf, afterwards }: Work): Promise<number> {
  const marks = await readMarks(sql, scope.timeZone);
  const left = await startOver(sql, scope, state, { asOf, marks });
  const { through } = await readHealthState(sql);
  const made = left.length === 0 || through === null ? 0 : await changedAccounts(sql, scope, { through, marks: left }, afterwards);
  await settle(sql, left);
  return made;
}

// Takes away what no longer holds: everything where the definitions or most accounts changed, else the days from which on something did for all of them.
// Returns the marks that this does not see to.
async function startOver(
  sql: Sql,
  scope: Scope,
  { definition, through, fromDay }: HealthState,
  { asOf, marks }: { asOf: Date; marks: readonly Mark[] },
): Promise<readonly Mark[]> {
  const today = dayAt(asOf, scope.timeZone);
  const isNew = definition !== DEFINITION;
  const isMany = marks.length > Math.max(1_000, MANY * (await accountsOf(sql)));
  const isWhole = isNew || (isMany && firstMarked(marks) === null);
  const tomorrow = through !== null && through > today ? addDays(today, 1) : null; // a clock was put back
  const from = isWhole ? null : earliest(fromDay, tomorrow, isMany ? firstMarked(marks) : await firstRetold(sql, scope.timeZone));
  if (!isWhole && from === null) return marks;
  await sql("DELETE FROM app.health_day WHERE $1::text IS NULL OR day >= $1::text::date", [from]);
  await sql("DELETE FROM app.health_told WHERE $1::text IS NULL OR day >= $1::text::date", [from]);
  const kept = from === null || through === null ? null : earliest(addDays(from, -1), through);
  await sql(
    "UPDATE app.health_derivation SET definition = $1, through = $2::text::date, from_day = nullif(from_day, $3::text::date)", // one that came meanwhile stays
    [DEFINITION, kept, fromDay],
  );
  if (!isNew && !isMany) return marks;
  await settle(sql, marks);
  return [];
}

function earliest(...days: (Day | null)[]): Day | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

async function nextStretch(sql: Sql, scope: Scope, { through }: HealthState, { asOf, afterwards }: Work): Promise<number | null> {
  const today = dayAt(asOf, scope.timeZone);
  const accounts = await accountsOf(sql);
  const kept = keptDays((await firstDay(sql, scope)) ?? today, today, accounts);
  const days = kept.filter((day) => through === null || day > through).slice(0, Math.max(1, Math.floor(STRETCH / Math.max(1, accounts))));
  const last = days.at(-1);
  if (last === undefined) return null;
  const made = await make(sql, scope, { accounts: null, days }, afterwards);
  await sql("UPDATE app.health_derivation SET through = $1::text::date, as_of = $2::timestamptz", [last, asOf]);
  if (last !== today) return made;
  await sql("ANALYZE app.health_day");
  await tellPages(sql, scope);
  return made;
}

async function changedAccounts(
  sql: Sql,
  scope: Scope,
  { through, marks }: { through: Day; marks: readonly Mark[] },
  afterwards: Afterwards,
): Promise<number> {
  const accounts = marks.map(({ account_id }) => account_id);
  const since = firstMarked(marks);
  const gone = await sql<{ day: Day }>(
    "WITH gone AS (DELETE FROM app.health_day WHERE account_id = ANY($1::uuid[]) AND ($2::text IS NULL OR day >= $2::text::date) RETURNING day) SELECT DISTINCT day::text FROM gone",
    [accounts, since],
  );
  const first = since ?? (await firstDay(sql, scope)) ?? through;
  const kept = [...new Set([...keptDays(first, through, await accountsOf(sql)), ...gone.map(({ day }) => day)])].sort();
  const step = Math.max(1, Math.floor(STRETCH / accounts.length));
  let made = 0;
  for (let at = 0; at < kept.length; at += step) made += await make(sql, scope, { accounts, days: kept.slice(at, at + step) }, afterwards);
  await tellPages(sql, scope);
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
