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
feature AS MATERIALIZED (
  SELECT feature, day, lead(day, 1, 'infinity'::date) OVER (PARTITION BY feature ORDER BY day) AS next_day FROM app.usage_day
  WHERE day BETWEEN ${firstDay} - 89 AND ${lastDay} AND events > 0 GROUP BY feature, day
),
first AS MATERIALIZED (SELECT min(at) AS touched_at FROM app.touchpoint WHERE type <> 'note')
SELECT days.day,
  (SELECT max(u.day) FROM app.usage_day u WHERE u.day BETWEEN days.day - 6 AND days.day AND u.events > 0) AS used_on,
  (SELECT max(u.day) FROM app.usage_day u WHERE u.day BETWEEN days.day - 6 AND days.day AND u.events > 0 AND u.user_name <> '') AS named_on,
  (SELECT count(*)::int FROM feature WHERE feature.day <= days.day AND days.day < least(feature.next_day, feature.day + 90)) AS features,
  (SELECT (max(t.opened_at) AT TIME ZONE ${zone})::date FROM app.ticket t WHERE t.opened_at >= days.at - interval '90 days' AND t.opened_at < days.at) AS ticket_on,
  (SELECT (max(p.at) AT TIME ZONE ${zone})::date FROM app.touchpoint p WHERE p.at >= days.at - interval '90 days' AND p.at < days.at AND p.type <> 'note') AS touched_on,
  (SELECT (touched_at AT TIME ZONE ${zone})::date FROM first WHERE touched_at < days.at) AS first_touched_on
FROM days`;
}

/** Makes it a table of the transaction, `told`, in place of the one before. */
export async function makeTold(sql: Sql, request: GridRequest): Promise<void> {
  const parameters = new Parameters();
  const rows = toldSql(request, parameters);
  await sql("DROP TABLE IF EXISTS pg_temp.told");
  await sql(`CREATE TEMP TABLE told ON COMMIT DROP AS ${rows}`, parameters.values);
  await sql("ANALYZE pg_temp.told");
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
