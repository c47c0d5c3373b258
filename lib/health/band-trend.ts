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
  const zone = parameters.place(scope.timeZone, "text");
  const some = accountsOf({ at, where }, parameters);
  const end = `((h.day + 1)::timestamp AT TIME ZONE ${zone})`;
  const count = (band: Band) => `count(*) FILTER (WHERE coalesce(o.band, h.band) = '${band}')::int AS ${band}`;
  return sql(
    `SELECT h.day::text AS day, avg(h.score) AS score, ${count("green")}, ${count("yellow")}, ${count("red")}, ${count("unknown")}
     FROM (SELECT account_id, day, band, score FROM app.health_day WHERE day = ANY(${parameters.place(days, "date[]")})${some}) AS h
     LEFT JOIN app.health_override o ON o.account_id = h.account_id AND o.at < ${end} AND ${end} <= o.until_at AND (o.ended_at IS NULL OR o.ended_at >= ${end})
     GROUP BY 1 ORDER BY 1`,
    parameters.values,
  );
}
