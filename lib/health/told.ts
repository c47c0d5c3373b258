import { askedOf } from "@/lib/health/asked";
import type { GridRequest } from "@/lib/health/grid";
import type { Day } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";

const FACTS = "used_on, named_on, features, ticket_on, touched_on, first_touched_on";

/**
 * What the workspace's sources had told by the end of each day, as a SELECT, so that a silent source can be told from a silent customer:
 *
 * - used_on, named_on: the last day, of the 7 up to this one, on which anybody used anything; on which a user with a name did.
 * - features: how many features anybody used in the 90 days up to this one.
 * - ticket_on: the last day, of 90, on which a ticket came in.
 * - touched_on, first_touched_on: the last day, of 90, and the first ever, on which a customer was called, met or written to.
 *
 * Null where there is none.
 */
export function toldSql(request: Omit<GridRequest, "accounts">, parameters: Parameters): string {
  const { zone, firstDay, lastDay } = askedOf({ ...request, accounts: null }, parameters);
  return `
WITH days AS MATERIALIZED (SELECT day, (day + 1)::timestamp AT TIME ZONE ${zone} AS at FROM unnest(${parameters.place(request.days, "date[]")}) AS day),
seen AS MATERIALIZED (
  SELECT day, lag(day) OVER same AS before, lead(day) OVER same AS next FROM app.usage_day
  WHERE day BETWEEN ${firstDay} - 89 AND ${lastDay} AND events > 0 GROUP BY feature, day WINDOW same AS (PARTITION BY feature ORDER BY day)
),
feature AS MATERIALIZED (
  SELECT day, 1 AS step FROM seen WHERE before IS NULL OR day - before > 90
  UNION ALL SELECT day + 90, -1 FROM seen WHERE next IS NULL OR next - day > 90
),
first AS MATERIALIZED (SELECT min(at) AS touched_at FROM app.touchpoint WHERE type <> 'note')
SELECT days.day,
  (SELECT max(u.day) FROM app.usage_day u WHERE u.day BETWEEN days.day - 6 AND days.day AND u.events > 0) AS used_on,
  (SELECT max(u.day) FROM app.usage_day u WHERE u.day BETWEEN days.day - 6 AND days.day AND u.events > 0 AND u.user_name <> '') AS named_on,
  (SELECT coalesce(sum(step), 0)::int FROM feature WHERE feature.day <= days.day) AS features,
  (SELECT (max(t.opened_at) AT TIME ZONE ${zone})::date FROM app.ticket t WHERE t.opened_at >= days.at - interval '90 days' AND t.opened_at < days.at) AS ticket_on,
  (SELECT (max(p.at) AT TIME ZONE ${zone})::date FROM app.touchpoint p WHERE p.at >= days.at - interval '90 days' AND p.at < days.at AND p.type <> 'note') AS touched_on,
  (SELECT (touched_at AT TIME ZONE ${zone})::date FROM first WHERE touched_at < days.at) AS first_touched_on
FROM days`;
}

/**
 * Makes it a table of the transaction, `told`, in place of the one before. For some accounts it is what all of them were made with, where that is kept: once
 * `firstRetold` finds nothing, it still holds.
 */
export async function makeTold(sql: Sql, request: GridRequest): Promise<void> {
  await sql("DROP TABLE IF EXISTS pg_temp.told");
  if (request.accounts === null || !(await isKept(sql, request.days))) {
    const parameters = new Parameters();
    const rows = toldSql(request, parameters);
    await sql(`CREATE TEMP TABLE told ON COMMIT DROP AS ${rows}`, parameters.values);
  } else
    await sql(`CREATE TEMP TABLE told ON COMMIT DROP AS SELECT day, ${FACTS} FROM app.health_told WHERE day = ANY($1::date[])`, [
      request.days,
    ]);
  await sql("ANALYZE pg_temp.told");
}

async function isKept(sql: Sql, days: readonly Day[]): Promise<boolean> {
  const [row] = await sql<{ kept: boolean }>(
    "SELECT NOT EXISTS (SELECT FROM unnest($1::date[]) AS asked(day) WHERE NOT EXISTS (SELECT FROM app.health_told t WHERE t.day = asked.day)) AS kept",
    [days],
  );
  return row?.kept ?? false;
}

/** Keeps `told` beside the days of all accounts that were made with it. */
export async function keepTold(sql: Sql): Promise<void> {
  await sql("DELETE FROM app.health_told WHERE day IN (SELECT day FROM told)");
  await sql(`INSERT INTO app.health_told (workspace_id, day, ${FACTS}) SELECT app.tenant(), day, ${FACTS} FROM told`);
}

/**
 * The first day for which the sources tell something else now than when all accounts were made on it, of those that changed records may speak of;
 * null where there is none. From there on the accounts that did not change are to be made again, too.
 */
export async function firstRetold(sql: Sql, timeZone: string): Promise<Day | null> {
  const kept = await sql<{ day: Day }>(
    "SELECT day::text FROM app.health_told WHERE day >= (SELECT (min(told_at) AT TIME ZONE $1)::date FROM app.dirty_health) ORDER BY day",
    [timeZone],
  );
  if (kept.length === 0) return null;
  const parameters = new Parameters();
  const rows = toldSql({ days: kept.map(({ day }) => day), timeZone }, parameters);
  const [first] = await sql<{ day: Day | null }>(
    `SELECT min(made.day)::text AS day FROM (${rows}) AS made JOIN app.health_told AS kept USING (day)
     WHERE ROW(${FACTS.replace(/\w+/g, "made.$&")}) IS DISTINCT FROM ROW(${FACTS.replace(/\w+/g, "kept.$&")})`,
    parameters.values,
  );
  return first?.day ?? null;
}
