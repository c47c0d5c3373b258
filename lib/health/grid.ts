import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Day } from "@/lib/kernel/period";
import type { Parameters } from "@/lib/ledger/parameters";

/** Which accounts (all where null) on which local days. */
export type GridRequest = {
  readonly accounts: readonly string[] | null;
  readonly days: readonly Day[];
  readonly timeZone: string;
};

/**
 * The accounts that are to be scored on each day, as a SELECT: account_id, day, at (the instant just before which everything is seen: the end of
 * the day), started_on, tenure_days, and what the account was by then (the dimensions).
 *
 * An account is scored from the day it began: by its own date or its first subscription; where it tells no date, by the first thing known of it, or the day it
 * was told of. One whose subscriptions have all ended is gone, and is not scored; one that never had any is.
 */
export function gridSql({ accounts, days, timeZone }: GridRequest, parameters: Parameters): string {
  const zone = parameters.place(timeZone, "text");
  const some = accounts === null ? "true" : `account_id = ANY(${parameters.place(accounts, "uuid[]")})`;
  return `
WITH days AS MATERIALIZED (
  SELECT day, (day + 1)::timestamp AT TIME ZONE ${zone} AS at FROM unnest(${parameters.place(days, "date[]")}) AS day
),
paid AS (
  SELECT s.account_id, min(s.started_at) AS started_at, range_agg(tstzrange(s.started_at, s.ended_at)) AS spans
  FROM app.subscription s WHERE ${some} GROUP BY 1
),
undated AS MATERIALIZED (SELECT id AS account_id FROM app.account WHERE started_at IS NULL AND ${some.replace("account_id", "id")}),
known AS (
  SELECT account_id, min(at) AS at FROM (
    SELECT account_id, min(first_at) AS at FROM app.usage_day JOIN undated USING (account_id) GROUP BY 1
    UNION ALL SELECT account_id, min(opened_at) FROM app.ticket JOIN undated USING (account_id) GROUP BY 1
    UNION ALL SELECT account_id, min(answered_at) FROM app.survey_response JOIN undated USING (account_id) GROUP BY 1
    UNION ALL SELECT account_id, min(at) FROM app.touchpoint JOIN undated USING (account_id) GROUP BY 1
  ) AS each GROUP BY 1
),
life AS (
  SELECT a.id AS account_id, paid.spans, paid.started_at AS paid_at,
    (least(coalesce(a.started_at, a.created_at), paid.started_at, known.at) AT TIME ZONE ${zone})::date AS started_on
  FROM app.account a LEFT JOIN paid ON paid.account_id = a.id LEFT JOIN known ON known.account_id = a.id WHERE ${some.replace("account_id", "a.id")}
)
SELECT life.account_id, days.day, days.at, life.started_on, days.day - life.started_on AS tenure_days, ${DIMENSIONS.map((dimension) => `d.${dimension}`).join(", ")}
FROM life JOIN days ON days.day >= life.started_on AND (life.paid_at IS NULL OR life.paid_at >= days.at OR life.spans @> days.at - interval '1 microsecond')
LEFT JOIN app.account_dimension d ON d.account_id = life.account_id AND d.from_at < days.at AND days.at <= d.until_at`;
}
