import { addMonths, type Day, type Period } from "@/lib/kernel/period";
import type { Keeper } from "@/lib/ledger/refresh";
import { rolledPeriods } from "@/lib/ledger/rollups";
import { monthOf } from "@/lib/ledger/state";
import { type Placed, periodKey, placePeriods } from "@/lib/metrics/instants";
import { type Ahead, holdsUntil, lookAhead } from "@/lib/metrics/kept/ahead";
import { definitionOf, KEPT_GROUPS, type KeptGroup } from "@/lib/metrics/kept/groups";
import { type SumsRequest, sumLive } from "@/lib/metrics/sums";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { readSettings } from "@/lib/workspaces/settings";

/** How many months back sums are kept: two years of trailing years, and some. */
const MONTHS = 48;

/** Periods read by one statement: each record is in up to a dozen of them. */
const AT_ONCE = 24;

const DAY = 86_400_000;

/**
 * Keeps the sums of every period that has begun, for as long as they hold: those that changed records or time took away are read again, those that were not
 * kept yet are read. Nothing depends on it but speed, for what is not kept is read from the rows.
 */
export const keepSums: Keeper = async (sql, scope, asOf) => {
  const request = { by: null, where: {}, asOf, scope, settings: await readSettings(sql, scope) };
  const definition = definitionOf(request);
  await forget(sql, asOf, definition);
  const placed = [...(await placePeriods(sql, await periodsBegun(sql, scope, asOf), scope.timeZone)).values()];
  let ahead: Ahead | undefined;
  for (const group of KEPT_GROUPS) {
    const missing = await missingOf(sql, group, placed);
    if (missing.length === 0) continue;
    ahead ??= await lookAhead(sql, scope, asOf, request.settings);
    for (let at = 0; at < missing.length; at += AT_ONCE)
      await keepSome(sql, group, { ...request, definition, ahead, placed: missing.slice(at, at + AT_ONCE) });
  }
};

/** Takes away what does not hold: what another definition read, what time has changed, and what ends after a day that is marked. */
async function forget(sql: Sql, asOf: Date, definition: string): Promise<void> {
  await sql("DELETE FROM app.kept_sums WHERE definition <> $1 OR until < $2::timestamptz OR as_of > $3::timestamptz", [
    definition,
    asOf,
    new Date(asOf.getTime() + DAY), // a clock was put back
  ]);
  for (const { relation, kept } of KEPT_GROUPS)
    await sql(
      "DELETE FROM app.kept_sums WHERE relation = $1 AND end_at > (SELECT min(day) FROM app.dirty_day WHERE kind = ANY($2::text[]))",
      [relation.id, [...kept.of]],
    );
}

/** Every month, quarter and trailing twelve months that has begun, from the first record on. */
async function periodsBegun(sql: Sql, scope: Scope, asOf: Date): Promise<Period[]> {
  const thisMonth = await monthOf(sql, scope, asOf);
  const [found] = await sql<{ first: Day | null }>(
    `SELECT date_trunc('month', least(
       (SELECT min(opened_at) FROM app.ticket) AT TIME ZONE $1, (SELECT min(answered_at) FROM app.survey_response) AT TIME ZONE $1, (SELECT min(day) FROM app.usage_day)::timestamp
     ))::date::text AS first`,
    [scope.timeZone],
  );
  if (!found?.first) return [];
  const [, first = thisMonth] = [found.first, addMonths(thisMonth, -MONTHS)].sort();
  return rolledPeriods(first, thisMonth);
}

async function missingOf(sql: Sql, { relation }: KeptGroup, placed: readonly Placed[]): Promise<Placed[]> {
  const known = await sql<Period>("SELECT period_start::text AS start, period_end::text AS end FROM app.kept_sums WHERE relation = $1", [
    relation.id,
  ]);
  const there = new Set(known.map(periodKey));
  return placed.filter(({ period }) => !there.has(periodKey(period)));
}

type Keeping = Omit<SumsRequest, "metrics" | "periods"> & {
  readonly definition: string;
  readonly ahead: Ahead;
  readonly placed: readonly Placed[];
};

async function keepSome(sql: Sql, group: KeptGroup, { placed, definition, ahead, ...request }: Keeping): Promise<void> {
  const { asOf, settings } = request;
  const rows = await sumLive(sql, { ...request, metrics: group.metrics, periods: placed.map(({ period }) => period) });
  const sums = new Map(rows.map((row) => [periodKey(row.period), row.sums]));
  await sql(
    `INSERT INTO app.kept_sums AS k (workspace_id, relation, period_start, period_end, end_at, as_of, definition, until, found)
     SELECT app.tenant(), $1, start, stop, end_at, $2::timestamptz, $3, until, found::jsonb
     FROM unnest($4::text[]::date[], $5::text[]::date[], $6::timestamptz[], $7::timestamptz[], $8::text[]) AS made(start, stop, end_at, until, found)`,
    [
      ...[group.relation.id, asOf, definition],
      placed.map(({ period }) => period.start),
      placed.map(({ period }) => period.end),
      placed.map(({ endAt }) => endAt),
      placed.map((each) => holdsUntil(group, each, { asOf, settings, ahead })),
      placed.map(({ period }) => JSON.stringify(Object.fromEntries(sums.get(periodKey(period)) ?? []))),
    ],
  );
}
