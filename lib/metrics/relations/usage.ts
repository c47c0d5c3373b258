import type { Parameters } from "@/lib/ledger/parameters";
import type { RowsRequest } from "@/lib/metrics/relation";
import { cutsSql } from "@/lib/metrics/relations/cuts";

/** What use is added up by, beside the account: its users, its features, or both. */
type Key = "user_name" | "feature";

/**
 * Use over the stretches of a request, as the text of CTEs that ends in `used`: n (the stretch's), account_id, the keys, days and weekdays on which
 * anything was done (only where use is by user alone), and events. Whole months come from usage_month and days at the edges from usage_day; the day
 * that holds the instant of the reading is read from the records, so that nothing after it is seen. `cut` are the stretches: the columns of
 * `cutsSql`, n, and how many days and weekdays of each have begun; a day that has begun counts whole. A row whose count is 0 is no use.
 */
export function usedSql(request: Pick<RowsRequest, "cuts" | "asOf" | "scope">, parameters: Parameters, keys: readonly Key[]): string {
  const zone = parameters.place(request.scope.timeZone, "text");
  const instant = parameters.place(request.asOf, "timestamptz");
  const by = ["account_id", ...keys].join(", ");
  const feature = keys.includes("feature") ? "feature <> ''" : "feature = ''";
  const inMonths = `FROM app.usage_month WHERE ${feature} AND month >= (SELECT min(month) FROM whole) AND month <= (SELECT max(month) FROM whole)`;
  const months = keys.includes("user_name")
    ? `SELECT month, ${by}, days, weekdays, events ${inMonths}`
    : `SELECT month, ${by}, sum(days) AS days, sum(weekdays) AS weekdays, sum(events) AS events ${inMonths} GROUP BY month, ${by}`;
  return `
cut AS MATERIALIZED (
  SELECT row_number() OVER ()::int AS n, begun.*, least(until, today) AS stop, last_day - start + 1 AS days,
    (SELECT count(*) FROM generate_series(start, last_day, interval '1 day') AS day WHERE extract(isodow FROM day) < 6)::int AS weekdays,
    date_trunc('month', start + interval '1 month' - interval '1 day')::date AS whole_from, date_trunc('month', least(until, today)::timestamp)::date AS whole_until
  FROM (SELECT c.*, (${instant} AT TIME ZONE ${zone})::date AS today, ((end_at - interval '1 microsecond') AT TIME ZONE ${zone})::date AS last_day
    FROM (${cutsSql(request, parameters)}) AS c) AS begun
),
whole AS MATERIALIZED (
  SELECT n, month::date AS month FROM cut CROSS JOIN generate_series(whole_from, whole_until - interval '1 month', interval '1 month') AS month
),
edge AS MATERIALIZED (
  SELECT n, start AS from_day, least(whole_from, stop) AS until_day FROM cut WHERE start < least(whole_from, stop)
  UNION ALL SELECT n, greatest(whole_from, whole_until), stop FROM cut WHERE greatest(whole_from, whole_until) < stop
),
used AS MATERIALIZED (
  SELECT n, ${by}, sum(days) AS days, sum(weekdays) AS weekdays, sum(events) AS events FROM (
    SELECT whole.n, ${by}, days, weekdays, events FROM whole
    JOIN (${months}) AS m USING (month)
    UNION ALL
    SELECT edge.n, ${by}, count(DISTINCT day), count(DISTINCT day) FILTER (WHERE extract(isodow FROM day) < 6), sum(events)
    FROM edge JOIN app.usage_day ON day >= from_day AND day < until_day WHERE events > 0 GROUP BY edge.n, ${by}
    UNION ALL
    SELECT n, ${by}, 1, (extract(isodow FROM today) < 6)::int, sum(count)
    FROM (SELECT cut.n, cut.today, v.account_id, v.feature, coalesce(v.user_name, '') AS user_name, v.count
      FROM cut JOIN app.usage_event v ON v.at >= cut.today::timestamp AT TIME ZONE ${zone} AND v.at < ${instant}
      WHERE cut.start <= cut.today AND cut.today < cut.until AND v.count > 0) AS today
    GROUP BY n, today, ${by}
  ) AS part GROUP BY n, ${by}
)`;
}

/** Whether a row of use before an instant names its user. Without one there is nobody to count. */
export function namesUsers(at: string): string {
  return `EXISTS (SELECT FROM app.usage_month WHERE feature = '' AND user_name <> '' AND first_at < ${at})`;
}
