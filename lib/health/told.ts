import type { Asked } from "@/lib/health/asked";

/**
 * What the workspace's sources had told by the end of each day of the `grid`, as a SELECT, so that a silent source can be told from a silent customer:
 *
 * - used_on, named_on: the last day, of the 7 up to this one, on which anybody used anything; on which a user with a name did.
 * - features: how many features anybody used in the 90 days up to this one.
 * - ticket_on: the last day, of 90, on which a ticket came in.
 * - touched_on, first_touched_on: the last day, of 90, and the first ever, on which a customer was called, met or written to.
 *
 * Null where there is none.
 */
export function toldSql({ zone, firstDay, lastDay }: Asked): string {
  return `
WITH days AS MATERIALIZED (SELECT DISTINCT day, at FROM grid),
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
