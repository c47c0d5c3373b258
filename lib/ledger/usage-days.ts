import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/**
 * Use per account, local day, feature and user, as a SELECT that yields the columns of `usage_day` after the workspace's: the rows of a day added
 * up, `user_name` '' where the source names nobody, `first_at` the first that was any use (a count above 0). $1 is the workspace's time zone.
 */
export const USAGE_DAYS = `
SELECT account_id, (at AT TIME ZONE $1)::date AS day, feature, coalesce(user_name, '') AS user_name, coalesce(min(at) FILTER (WHERE count > 0), min(at)) AS first_at,
  sum(count)::bigint AS events, trim_scale(sum(coalesce(duration_seconds, 0))) AS duration_seconds, sum(coalesce(errors, 0))::bigint AS errors
FROM app.usage_event`;

const MONTH = "date_trunc('month', day::timestamp)::date";
const DAYS =
  "count(*)::int AS days, (count(*) FILTER (WHERE extract(isodow FROM day) < 6))::int AS weekdays, sum(events)::bigint AS events";

/**
 * The same per month, as a SELECT that yields the columns of `usage_month` after the workspace's: how many days (and of them weekdays, Monday to
 * Friday) a user did anything, and how much; feature '' is all of them together. A day whose counts come to nothing is no use. `some` is a further
 * condition on the days.
 */
export function usageMonthsSql(some = ""): string {
  const used = `FROM app.usage_day WHERE events > 0 ${some}`;
  return `
SELECT account_id, ${MONTH} AS month, feature, user_name, min(first_at) AS first_at, ${DAYS} ${used} GROUP BY 1, 2, 3, 4
UNION ALL
SELECT account_id, ${MONTH}, '', user_name, min(first_at), ${DAYS}
FROM (SELECT account_id, day, user_name, min(first_at) AS first_at, sum(events) AS events ${used} GROUP BY 1, 2, 3) AS used_on GROUP BY 1, 2, 4`;
}

/** Makes the use of some accounts (all where null) again from their records. */
export async function deriveUsage(sql: Sql, { timeZone }: Pick<Scope, "timeZone">, accounts: readonly string[] | null): Promise<void> {
  const some = accounts === null ? "" : "WHERE account_id = ANY($2::uuid[])";
  await sql(`DELETE FROM app.usage_day ${some.replace("$2", "$1")}`, accounts === null ? [] : [accounts]);
  await sql(
    `INSERT INTO app.usage_day SELECT app.tenant(), made.* FROM (${USAGE_DAYS} ${some} GROUP BY 1, 2, 3, 4) AS made`,
    accounts === null ? [timeZone] : [timeZone, accounts],
  );
  if (accounts === null) await sql("ANALYZE app.usage_day");
  await sql(`DELETE FROM app.usage_month ${some.replace("$2", "$1")}`, accounts === null ? [] : [accounts]);
  await sql(
    `INSERT INTO app.usage_month SELECT app.tenant(), made.* FROM (${usageMonthsSql(some.replace("WHERE", "AND").replace("$2", "$1"))}) AS made`,
    accounts === null ? [] : [accounts],
  );
  if (accounts === null) await sql("ANALYZE app.usage_month");
}
