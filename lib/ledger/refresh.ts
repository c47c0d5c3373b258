import { addMonths, type Day } from "@/lib/kernel/period";
import { DEFINITION } from "@/lib/ledger/definition";
import { deriveLedger, deriveMonths } from "@/lib/ledger/derive";
import { putBack, rolledPeriods, rollUp, takeOut } from "@/lib/ledger/rollups";
import { type Derivation, firstMonth, isAged, loadDerivation, monthOf, nextChange } from "@/lib/ledger/state";
import { deriveUsage } from "@/lib/ledger/usage-days";
import { tellPages } from "@/lib/platform/changes";
import { now } from "@/lib/platform/clock";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { readSettings } from "@/lib/workspaces/settings";

/** A day (of UTC) whose records of a kind changed; `marks` counts how often. */
type DayMark = { readonly kind: string; readonly day: Date; readonly marks: string };

/** Keeps what records come to, once the days of use stand and before the ledger is made, in the same transaction. The days that are marked are settled after it. */
export type Keeper = (sql: Sql, scope: Scope, asOf: Date) => Promise<void>;

export type Refreshed = { accounts: number; months: number; seconds: number };

/** Past this share of the accounts, making everything again is cheaper than taking differences. */
const MANY = 0.2;

/**
 * Brings every derived table of a workspace up to date with its records: the ledger and dimensions of the accounts that changed, their months,
 * the difference they make to the sums, and the days of use of the accounts that were used; `keep` keeps what it makes of the records. Does nothing, quickly, where nothing changed. One refresh of a workspace runs at a time.
 * `asOf` is the instant up to which unfinished periods are counted.
 */
export function refresh(scope: Scope, asOf = now(), keep?: Keeper): Promise<Refreshed> {
  const begun = performance.now();
  return withTenantConnection(scope, async ({ sql }) => {
    const state = await loadDerivation(sql);
    await sql("SET LOCAL work_mem = '128MB'");
    const days = keep ? await sql<DayMark>("SELECT kind, day, marks::text FROM app.dirty_day") : [];
    const dirty = await marked(sql, "dirty_account");
    const used = await marked(sql, "dirty_usage");
    const redefined = state.definition !== DEFINITION;
    const all = state.dirty || redefined;
    const aged = isAged(state, asOf);
    const isSame = !all && !aged && dirty.length === 0;
    if (isSame && used.length === 0 && !state.factsChanged) {
      await keep?.(sql, scope, asOf);
      await settleDays(sql, days);
      return { accounts: 0, months: 0, seconds: seconds(begun) };
    }

    const [{ known = 0 } = {}] = await sql<{ known: number }>("SELECT count(*)::int AS known FROM app.account");
    const accounts = dirty.map(({ account_id }) => account_id);
    const isMany = ({ length }: readonly unknown[]) => length > Math.max(1_000, MANY * known);
    const users = used.map(({ account_id }) => account_id);
    if (redefined || users.length > 0) await deriveUsage(sql, scope, redefined || isMany(users) ? null : users);
    await keep?.(sql, scope, asOf);
    const done = isSame
      ? { accounts: 0, months: 0 }
      : all || isMany(accounts)
        ? await deriveRevenue(sql, scope, asOf)
        : await deriveSome(sql, scope, accounts, state, asOf);
    await settle(sql, "dirty_account", dirty);
    await settle(sql, "dirty_usage", used);
    await sql(
      "UPDATE app.derivation SET derived_mark = $1::bigint, seen_fact_mark = $3::bigint, definition = $2, refreshed_at = clock_timestamp()",
      [state.mark, DEFINITION, state.factMark],
    );
    await settleDays(sql, days);
    await tellPages(sql, scope);
    const touched = new Set([...accounts, ...users]).size;
    return { accounts: Math.max(done.accounts, touched), months: done.months, seconds: seconds(begun) };
  });
}

type Mark = { account_id: string; marks: string };

function marked(sql: Sql, table: "dirty_account" | "dirty_usage"): Promise<Mark[]> {
  return sql<Mark>(`SELECT account_id, marks::text FROM app.${table} ORDER BY 1`);
}

// Only what was not marked again meanwhile.
async function settle(sql: Sql, table: "dirty_account" | "dirty_usage", marks: readonly Mark[]): Promise<void> {
  await sql(
    `DELETE FROM app.${table} d USING unnest($1::uuid[], $2::bigint[]) AS seen(id, marks) WHERE d.account_id = seen.id AND d.marks = seen.marks`,
    [marks.map(({ account_id }) => account_id), marks.map(({ marks }) => marks)],
  );
}

async function settleDays(sql: Sql, days: readonly DayMark[]): Promise<void> {
  if (days.length === 0) return;
  await sql(
    `DELETE FROM app.dirty_day y USING unnest($1::text[], $2::timestamptz[], $3::bigint[]) AS seen(kind, day, marks)
     WHERE y.kind = seen.kind AND y.day = seen.day AND y.marks = seen.marks`,
    [days.map(({ kind }) => kind), days.map(({ day }) => day), days.map(({ marks }) => marks)],
  );
}

/** Makes every derived row again as of an instant. */
export async function deriveAll(sql: Sql, scope: Scope, asOf: Date): Promise<void> {
  await deriveRevenue(sql, scope, asOf);
  await deriveUsage(sql, scope, null);
}

/** Makes the ledger, the dimensions, the months and the sums again, and notes how long the sums of unfinished periods hold. */
async function deriveRevenue(sql: Sql, scope: Scope, asOf: Date): Promise<Omit<Refreshed, "seconds">> {
  await sql("SET LOCAL enable_nestloop = off"); // the planner expects a few hundred rows where every account and period stands
  await sql("ANALYZE app.account_version, app.subscription, app.discount, app.pause");
  await deriveLedger(sql, null, await rulesOf(sql, scope));
  await sql("ANALYZE app.mrr_movement, app.account_dimension");
  const first = await firstMonth(sql);
  const months = await span(sql, scope, first ?? (await monthOf(sql, scope, asOf)), asOf, null);
  await sql("DELETE FROM app.metric_rollup");
  if (first !== null) await rollUp(sql, rolledPeriods(first, await monthOf(sql, scope, asOf)), { asOf, scope });
  await note(sql, scope, first, asOf);
  const [{ accounts = 0 } = {}] = await sql<{ accounts: number }>("SELECT count(*)::int AS accounts FROM app.account");
  return { accounts, months };
}

async function deriveSome(sql: Sql, scope: Scope, accounts: string[], state: Derivation, asOf: Date): Promise<Omit<Refreshed, "seconds">> {
  const rolled = state.rolledAsOf ?? asOf;
  const periods = async (first: Day | null) => (first === null ? [] : rolledPeriods(first, await monthOf(sql, scope, rolled)));
  const context = { asOf: rolled, scope, accounts };
  await takeOut(sql, await periods(state.firstMonth), context);
  await deriveLedger(sql, accounts, await rulesOf(sql, scope));
  const first = await firstMonth(sql);
  await putBack(sql, await periods(first), context);
  const months = await span(sql, scope, first ?? (await monthOf(sql, scope, rolled)), rolled, accounts);
  await note(sql, scope, first, rolled);
  if (isAged(state, asOf)) await age(sql, scope, first, rolled, asOf);
  return { accounts: accounts.length, months };
}

/** Time alone has changed the sums of the periods that were not over: they are made again, and those that began since are added. */
async function age(sql: Sql, scope: Scope, first: Day | null, rolled: Date, asOf: Date): Promise<void> {
  if (first !== null) {
    const open = await monthOf(sql, scope, rolled);
    const periods = rolledPeriods(first, await monthOf(sql, scope, asOf)).filter(({ end }) => end > open);
    await rollUp(sql, periods, { asOf, scope });
    await span(sql, scope, first, asOf, null);
  }
  await note(sql, scope, first, asOf);
}

async function span(sql: Sql, scope: Scope, first: Day, asOf: Date, accounts: readonly string[] | null): Promise<number> {
  return deriveMonths(sql, accounts, { first, last: addMonths(await monthOf(sql, scope, asOf), 1), asOf, scope });
}

async function rulesOf(sql: Sql, scope: Scope) {
  return { rules: { ...(await readSettings(sql, scope)), timeZone: scope.timeZone }, scope };
}

async function note(sql: Sql, scope: Scope, first: Day | null, asOf: Date): Promise<void> {
  await sql("UPDATE app.derivation SET first_month = $1::text::date, rolled_as_of = $2::timestamptz, rolled_until = $3::timestamptz", [
    first,
    asOf,
    await nextChange(sql, scope, asOf),
  ]);
}

function seconds(begun: number): number {
  return Math.round(performance.now() - begun) / 1_000;
}
