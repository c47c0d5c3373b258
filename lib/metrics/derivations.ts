import { addDays, type Day, type Period } from "@/lib/kernel/period";
import { type DerivedMetric, isDerived, type Metric } from "@/lib/metrics/definition";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** A derived metric over a period, of which the days before `until` count. */
export type Derivation = { readonly metric: DerivedMetric; readonly period: Period; readonly until: Day };

/** What of some metrics over some periods is derived, as seen at an instant. */
export async function derivationsOf(
  sql: Sql,
  metrics: readonly Metric[],
  periods: readonly Period[],
  { asOf, scope }: { asOf: Date; scope: Pick<Scope, "timeZone"> },
): Promise<Derivation[]> {
  const derived = metrics.filter(isDerived);
  if (derived.length === 0) return [];
  const next = addDays(await lastDayBegun(sql, asOf, scope.timeZone), 1);
  return derived.flatMap((metric) => periods.map((period) => ({ metric, period, until: earlier(period.end, next) })));
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

// As PostgreSQL places midnights. Where clocks go back at one, the day that they show has not begun.
async function lastDayBegun(sql: Sql, asOf: Date, timeZone: string): Promise<Day> {
  const [found] = await sql<{ day: Day }>(
    `SELECT (CASE WHEN day::timestamp AT TIME ZONE $2 < $1::timestamptz THEN day ELSE day - 1 END)::text AS day
     FROM (SELECT ($1::timestamptz AT TIME ZONE $2)::date AS day) AS shown`,
    [asOf, timeZone],
  );
  if (found === undefined) throw new Error("There is no day before the instant of the reading.");
  return found.day;
}
