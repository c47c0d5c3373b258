import type { Parameters } from "@/lib/ledger/parameters";
import type { RowsRequest } from "@/lib/metrics/relation";
import { cutsSql } from "@/lib/metrics/relations/cuts";

/** What use is added up by, beside the account: its users, its features, or both. */
type Key = "user_name" | "feature";

type Asked = Pick<RowsRequest, "cuts" | "asOf" | "scope">;

/**
 * Use over the stretches of a request, as the text of CTEs that ends in `used`: n (the stretch's), account_id, the keys, days and weekdays on which
 * anything was done (only where use is by user alone), and events. Whole months come from usage_month and days at the edges from usage_day; the day
 * that holds the instant of the reading is read from the records, so that nothing after it is seen. `cut` are the stretches: the columns of
 * `cutsSql`, n, and how many days and weekdays of each have begun; a day that has begun counts whole. A row whose count is 0 is no use.
 */
export function usedSql(request: Asked, parameters: Parameters, keys: readonly Key[]): string {
  const by = ["account_id", ...keys].join(", ");
  return `${stretchesSql(request, parameters)},
used AS MATERIALIZED (
  SELECT n, ${by}, ${SUMS} FROM (
    SELECT whole.n, ${by}, days, weekdays, events FROM whole JOIN (${monthsSql(keys)}) AS m USING (month)
    UNION ALL ${edgesSql(request, parameters, by)}
  ) AS part GROUP BY n, ${by}
)`;
}

/**
 * The same as the text of CTEs that ends in `total`: n, how many things (persons, or features of accounts) there were in the stretch, and their sums.
 * A thing counts in the first month of a stretch that has it, which is one whose month before lies ahead of the stretch: so that a year of
 * distinct things is added up from their months, however many years are asked for.
 */
export function usedTotalsSql(request: Asked, parameters: Parameters, key: Key): string {
  const by = `account_id, ${key}`;
  return `${stretchesSql(request, parameters)},
shape AS MATERIALIZED (
  SELECT month, earlier, count(*) AS things, ${SUMS} FROM (
    SELECT m.*, lag(month) OVER (PARTITION BY ${by} ORDER BY month) AS earlier FROM (${monthsSql([key])}) AS m WHERE ${key} <> '') AS held GROUP BY month, earlier
),
rest AS MATERIALIZED (
  SELECT n, ${by}, ${SUMS} FROM (${edgesSql(request, parameters, by)}) AS part WHERE ${key} <> '' GROUP BY n, ${by}
),
total AS (
  SELECT n, sum(things) AS things, ${SUMS} FROM (
    SELECT n, CASE WHEN earlier >= whole_from THEN 0 ELSE things END AS things, days, weekdays, events
    FROM cut JOIN shape ON month >= whole_from AND month < whole_until
    UNION ALL
    SELECT n, (NOT EXISTS (SELECT FROM app.usage_month m WHERE m.account_id = rest.account_id AND m.month >= whole_from AND m.month < whole_until
      AND m.${key} = rest.${key} ${key === "feature" ? "" : "AND m.feature = ''"}))::int, days, rest.weekdays, events
    FROM rest JOIN (SELECT n, whole_from, whole_until FROM cut) AS cut USING (n)
  ) AS part GROUP BY n
)`;
}

const SUMS = "sum(days) AS days, sum(weekdays) AS weekdays, sum(events) AS events";

function stretchesSql(request: Asked, parameters: Parameters): string {
  const zone = parameters.place(request.scope.timeZone, "text");
  const instant = parameters.place(request.asOf, "timestamptz");
  return `
cut AS MATERIALIZED (
  SELECT row_number() OVER ()::int AS n, begun.*, least(until, today) AS stop, last_day - start + 1 AS length,
    (SELECT count(*) FROM generate_series(start, last_day, interval '1 day') AS day WHERE extract(isodow FROM day) < 6)::int AS work_length,
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
)`;
}

function monthsSql(keys: readonly Key[]): string {
  const by = ["account_id", ...keys].join(", ");
  const months = `FROM app.usage_month WHERE ${keys.includes("feature") ? "feature <> ''" : "feature = ''"}
    AND month >= (SELECT min(month) FROM whole) AND month <= (SELECT max(month) FROM whole)`;
  return keys.includes("user_name")
    ? `SELECT month, ${by}, days, weekdays, events ${months}`
    : `SELECT month, ${by}, ${SUMS} ${months} GROUP BY month, ${by}`;
}

// The days at a stretch's edges, and as much of the day that holds the instant as is before it.
function edgesSql({ asOf, scope }: Asked, parameters: Parameters, by: string): string {
  const zone = parameters.place(scope.timeZone, "text");
  const instant = parameters.place(asOf, "timestamptz");
  return `
    SELECT edge.n, ${by}, count(DISTINCT day) AS days, count(DISTINCT day) FILTER (WHERE extract(isodow FROM day) < 6) AS weekdays, sum(events) AS events
    FROM edge JOIN app.usage_day ON day >= from_day AND day < until_day WHERE events > 0 GROUP BY edge.n, ${by}
    UNION ALL
    SELECT n, ${by}, 1, (extract(isodow FROM today) < 6)::int, sum(count)
    FROM (SELECT cut.n, cut.today, v.account_id, v.feature, coalesce(v.user_name, '') AS user_name, v.count
      FROM cut JOIN app.usage_event v ON v.at >= date_trunc('day', ${instant} AT TIME ZONE ${zone}) AT TIME ZONE ${zone} AND v.at < ${instant}
      WHERE cut.start <= cut.today AND cut.today < cut.until AND v.count > 0) AS today
    GROUP BY n, today, ${by}`;
}

/** Whether a row of use before an instant names its user. Without one there is nobody to count. */
export function namesUsers(at: string): string {
  return `EXISTS (SELECT FROM app.usage_month WHERE feature = '' AND user_name <> '' AND first_at < ${at})`;
}
