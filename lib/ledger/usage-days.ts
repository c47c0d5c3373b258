import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/**
 * Use per account, local day, feature and user, as a SELECT that yields the columns of `usage_day` after the workspace's: the rows of a day added
 * up, `user_name` '' where the source names nobody. $1 is the workspace's time zone.
 */
export const USAGE_DAYS = `
SELECT account_id, (at AT TIME ZONE $1)::date AS day, feature, coalesce(user_name, '') AS user_name, min(at) AS first_at,
  sum(count)::bigint AS events, trim_scale(sum(coalesce(duration_seconds, 0))) AS duration_seconds, sum(coalesce(errors, 0))::bigint AS errors
FROM app.usage_event`;

/** Makes the use of some accounts (all where null) again from their records. */
export async function deriveUsage(sql: Sql, { timeZone }: Pick<Scope, "timeZone">, accounts: readonly string[] | null): Promise<void> {
  const some = accounts === null ? "" : "WHERE account_id = ANY($2::uuid[])";
  await sql(`DELETE FROM app.usage_day ${some.replace("$2", "$1")}`, accounts === null ? [] : [accounts]);
  await sql(
    `INSERT INTO app.usage_day SELECT app.tenant(), made.* FROM (${USAGE_DAYS} ${some} GROUP BY 1, 2, 3, 4) AS made`,
    accounts === null ? [timeZone] : [timeZone, accounts],
  );
}
