import { addDays, addMonths, type Day, type Period } from "@/lib/kernel/period";
import type { Parameters } from "@/lib/ledger/parameters";
import { filterSql } from "@/lib/metrics/sums";
import type { Filter } from "@/lib/metrics/types";
import type { Scope } from "@/lib/platform/scope";

/** Who is followed: accounts, by whomever they are used, or persons, where use names them. */
export const LEVELS = ["account", "user"] as const;
export type Level = (typeof LEVELS)[number];

export const STEPS = ["day", "week", "month"] as const;
export type Step = (typeof STEPS)[number];

export type ActivityRequest = {
  /** Stretches of days that follow one another without a gap. */
  readonly buckets: readonly Period[];
  readonly level: Level;
  /** Any dimension of accounts, as they were at the end of the last bucket, and the feature whose use counts. */
  readonly where: Filter;
  readonly asOf: Date;
};

/** The last `count` days, weeks (from Monday) or months, of which the newest holds a day. */
export function stepsUpTo(day: Day, step: Step, count: number): Period[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const newest = step === "month" ? `${day.slice(0, 7)}-01` : step === "week" ? addDays(day, -weekday) : day;
  const move = (steps: number) => (step === "month" ? addMonths(newest, steps) : addDays(newest, steps * (step === "week" ? 7 : 1)));
  return Array.from({ length: count }, (_, index) => ({ start: move(index - count + 1), end: move(index - count + 2) }));
}

/**
 * The text of CTEs: bucket (n from 1, start_at, end_at, is_over), active (n and entity, once each, who did anything in a bucket before the instant of
 * the reading) and first (entity, and the instant at which it first did anything ever). Whole months are read from months of use, others from days.
 */
export function activitySql(
  scope: Scope,
  { buckets, level, where: { feature, ...where }, asOf }: ActivityRequest,
  parameters: Parameters,
): string {
  const zone = parameters.place(scope.timeZone, "text");
  const instant = parameters.place(asOf, "timestamptz");
  const days = (end: keyof Period) =>
    parameters.place(
      buckets.map((bucket) => bucket[end]),
      "text[]",
    );
  const monthly = buckets.every(({ start, end }) => start.endsWith("-01") && addMonths(start, 1) === end);
  const one = feature == null ? null : parameters.place(feature, "text");
  const counted = `u.first_at < ${instant} ${level === "user" ? "AND u.user_name <> ''" : ""} ${accountsIn(where)}`;
  const entity = level === "user" ? "u.account_id::text || ' ' || u.user_name" : "u.account_id::text";
  const inMonths = `app.usage_month u WHERE u.feature = ${one ?? "''"} AND ${counted}`;
  return `
bucket AS MATERIALIZED (
  SELECT n, start, until, start::timestamp AT TIME ZONE ${zone} AS start_at, until::timestamp AT TIME ZONE ${zone} AS end_at, until::timestamp AT TIME ZONE ${zone} <= ${instant} AS is_over
  FROM unnest(${days("start")}::date[], ${days("end")}::date[]) WITH ORDINALITY AS given(start, until, n)
),
active AS MATERIALIZED (
  SELECT DISTINCT n, entity FROM bucket JOIN (${
    monthly
      ? `SELECT ${entity} AS entity, u.month AS day FROM ${inMonths}`
      : `SELECT ${entity} AS entity, u.day FROM app.usage_day u WHERE u.events > 0 AND ${counted} ${one === null ? "" : `AND u.feature = ${one}`}`
  } AND ${monthly ? "u.month" : "u.day"} >= (SELECT min(start) FROM bucket) AND ${monthly ? "u.month" : "u.day"} < (SELECT max(until) FROM bucket)) AS used
    ON used.day >= bucket.start AND used.day < bucket.until
),
first AS MATERIALIZED (SELECT ${entity} AS entity, min(u.first_at) AS at FROM ${inMonths} GROUP BY 1)`;

  function accountsIn(by: Filter): string {
    const filter = filterSql(by, parameters);
    if (filter === "") return "";
    const at = `(SELECT least(max(end_at), ${instant}) FROM bucket)`;
    return `AND u.account_id IN (SELECT r.account_id FROM app.account_dimension r ${filter} AND r.from_at < ${at} AND ${at} <= r.until_at)`;
  }
}
