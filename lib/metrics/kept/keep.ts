import { addMonths, type Day, type Period } from "@/lib/kernel/period";
import type { Keeper } from "@/lib/ledger/refresh";
import { rolledPeriods } from "@/lib/ledger/rollups";
import { monthOf } from "@/lib/ledger/state";
import { type Placed, periodKey, placePeriods } from "@/lib/metrics/instants";
import { definitionOf, KEPT_GROUPS, type KeptGroup } from "@/lib/metrics/kept/groups";
import { type Ahead, toldAhead } from "@/lib/metrics/kept/told-ahead";
import { type Sums, type SumsRequest, sumLive } from "@/lib/metrics/sums";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { readSettings } from "@/lib/workspaces/settings";

/** How many months back sums are kept: two years of trailing years, and some. */
const MONTHS = 48;

/** Periods read by one statement: each record is in up to a dozen of them. */
const AT_ONCE = 24;

const DAY = 86_400_000;

/**
 * Keeps the sums of the periods that are over and that time alone changes no more: those that changed records took away are read again, those that were not
 * kept yet are read. Nothing depends on it but speed, for what is not kept is read from the rows.
 */
export const keepSums: Keeper = async (sql, scope, { asOf, days }) => {
  const request = { by: null, where: {}, asOf, scope, settings: await readSettings(sql, scope) };
  const definition = definitionOf(request);
  await forget(sql, asOf, definition);
  await shorten(sql, await toldAhead(sql, asOf, days));
  const periods = await periodsOver(sql, scope, asOf);
  let ahead: Promise<Ahead[]> | undefined;
  const everyAhead = () => {
    ahead ??= toldAhead(sql, asOf, null);
    return ahead;
  };
  for (const group of KEPT_GROUPS) await keepGroup(sql, group, { ...request, periods, definition, everyAhead });
};

type Keeping = Omit<SumsRequest, "metrics"> & { readonly definition: string; readonly everyAhead: () => Promise<Ahead[]> };

/** Takes away what does not hold: what another definition read, what something told ahead has changed by now, and what ends after a day that is marked. */
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

/** Sums of tickets hold no longer than until the next thing that is told of one of theirs. */
async function shorten(sql: Sql, ahead: readonly Ahead[]): Promise<void> {
  if (ahead.length === 0) return;
  await sql(
    `UPDATE app.kept_sums k SET until = least(k.until, (SELECT min(t.at) FROM unnest($2::timestamptz[], $3::timestamptz[]) AS t(opened_at, at) WHERE t.opened_at < k.end_at))
     WHERE k.relation = ANY($1::text[])`,
    [
      KEPT_GROUPS.filter(({ kept }) => kept.of.includes("ticket")).map(({ relation }) => relation.id),
      ahead.map(({ openedAt }) => openedAt),
      ahead.map(({ at }) => at),
    ],
  );
}

/** Every month, quarter and trailing twelve months that is over, from the first record on. */
async function periodsOver(sql: Sql, scope: Scope, asOf: Date): Promise<Period[]> {
  const thisMonth = await monthOf(sql, scope, asOf);
  const [found] = await sql<{ first: Day | null }>(
    `SELECT date_trunc('month', least(
       (SELECT min(opened_at) FROM app.ticket) AT TIME ZONE $1, (SELECT min(answered_at) FROM app.survey_response) AT TIME ZONE $1, (SELECT min(day) FROM app.usage_day)::timestamp
     ))::date::text AS first`,
    [scope.timeZone],
  );
  if (!found?.first) return [];
  const [, first = thisMonth] = [found.first, addMonths(thisMonth, -MONTHS)].sort();
  return rolledPeriods(first, addMonths(thisMonth, -1)).filter(({ end }) => end <= thisMonth);
}

async function keepGroup(sql: Sql, { relation, kept, metrics }: KeptGroup, request: Keeping): Promise<void> {
  const { asOf, settings, scope, periods, definition, everyAhead } = request;
  const settledAt = asOf.getTime() - (kept.settles?.(settings) ?? 0) * DAY;
  const known = await sql<Period>(
    "SELECT period_start::text AS start, period_end::text AS end FROM app.kept_sums WHERE relation = $1 AND (found IS NOT NULL OR as_of > $2::timestamptz)",
    [relation.id, new Date(asOf.getTime() - DAY)], // what time still changed is looked at again a day later
  );
  const there = new Set(known.map(periodKey));
  const missing = [...(await placePeriods(sql, periods, scope.timeZone)).values()].filter(
    ({ period, endAt }) => endAt.getTime() <= settledAt && !there.has(periodKey(period)),
  );
  if (missing.length === 0) return;
  const ahead = kept.of.includes("ticket") ? await everyAhead() : [];
  const isMoving = ({ details }: Sums) => kept.unsettled !== undefined && (details[kept.unsettled] ?? 0) > 0;
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE);
    const rows = await sumLive(sql, { ...request, metrics, periods: some.map(({ period }) => period) });
    const sums = new Map(rows.map((row) => [periodKey(row.period), row.sums]));
    await write(sql, { relation: relation.id, asOf, definition, ahead, placed: some }, ({ period }) => {
      const found = sums.get(periodKey(period)) ?? new Map<string, Sums>();
      return [...found.values()].some(isMoving) ? null : JSON.stringify(Object.fromEntries(found));
    });
  }
}

type Made = {
  readonly relation: string;
  readonly asOf: Date;
  readonly definition: string;
  readonly ahead: readonly Ahead[];
  readonly placed: readonly Placed[];
};

async function write(
  sql: Sql,
  { relation, asOf, definition, ahead, placed }: Made,
  found: (placed: Placed) => string | null,
): Promise<void> {
  const until = ({ endAt }: Placed) => ahead.find(({ openedAt }) => openedAt < endAt)?.at ?? null; // the soonest first
  await sql(
    `INSERT INTO app.kept_sums AS k (workspace_id, relation, period_start, period_end, end_at, as_of, definition, until, found)
     SELECT app.tenant(), $1, start, stop, end_at, $2::timestamptz, $3, until, found::jsonb
     FROM unnest($4::text[]::date[], $5::text[]::date[], $6::timestamptz[], $7::timestamptz[], $8::text[]) AS made(start, stop, end_at, until, found)
     ON CONFLICT (workspace_id, relation, period_start, period_end)
     DO UPDATE SET end_at = EXCLUDED.end_at, as_of = EXCLUDED.as_of, definition = EXCLUDED.definition, until = EXCLUDED.until, found = EXCLUDED.found`,
    [
      ...[relation, asOf, definition],
      placed.map(({ period }) => period.start),
      placed.map(({ period }) => period.end),
      placed.map(({ endAt }) => endAt),
      placed.map(until),
      placed.map(found),
    ],
  );
}
