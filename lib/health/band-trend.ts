import { overridesSql } from "@/lib/accounts/overrides";
import { accountsOf } from "@/lib/health/standing";
import type { Band } from "@/lib/kernel/health-score";
import { addDays, addMonths, type Day } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Filter } from "@/lib/metrics/types";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** How many accounts stood in each band at the end of a day, and the mean of the scores. */
export type BandPoint = { day: Day; score: number | null } & { [band in Band]: number };

const MONTHS = 12;
const DAYS = 60;

/** The ends of the last twelve months, or the last sixty days; up to the day, and oldest first. */
export function trendDays(day: Day, step: "month" | "day"): Day[] {
  if (step === "day") return Array.from({ length: DAYS }, (_, place) => addDays(day, place - DAYS + 1));
  const firsts = Array.from({ length: MONTHS }, (_, place) => addMonths(`${day.slice(0, 7)}-01`, place - MONTHS + 1));
  return [...firsts.map((first) => addDays(first, -1)), day];
}

/** Accounts by band at the end of each of some days. A filter holds for what the accounts are at `at`; days that are not kept are left out. */
export async function readBandTrend(
  sql: Sql,
  scope: Scope,
  { days, at, where }: { days: readonly Day[]; at: Date; where: Filter },
): Promise<BandPoint[]> {
  const parameters = new Parameters();
  const asked = parameters.place(days, "date[]");
  const zone = parameters.place(scope.timeZone, "text");
  const some = accountsOf({ at, where }, parameters);
  const count = (band: Band) => `coalesce(sum(n) FILTER (WHERE band = '${band}'), 0)::int AS ${band}`;
  // Days are counted by the bands of their scores, and the few that a person's band held on are moved over.
  return sql(
    `WITH days AS MATERIALIZED (SELECT day, (day + 1)::timestamp AT TIME ZONE ${zone} AS end_at FROM unnest(${asked}) AS day),
     held AS MATERIALIZED (
       SELECT h.day, h.band AS computed, o.band FROM days CROSS JOIN LATERAL (${overridesSql("days.end_at", `true${some}`)}) AS o
       JOIN app.health_day h ON h.account_id = o.account_id AND h.day = days.day)
     SELECT day::text AS day, sum(scores) / nullif(sum(scored), 0) AS score, ${count("green")}, ${count("yellow")}, ${count("red")}, ${count("unknown")}
     FROM (
       SELECT day, band, count(*) AS n, sum(score) AS scores, count(score) AS scored FROM app.health_day WHERE day = ANY(${asked})${some} GROUP BY 1, 2
       UNION ALL SELECT day, computed, -1, 0, 0 FROM held
       UNION ALL SELECT day, band, 1, 0, 0 FROM held
     ) AS each GROUP BY 1 ORDER BY 1`,
    parameters.values,
  );
}
