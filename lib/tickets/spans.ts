const OPEN = "('new', 'open', 'pending', 'hold')";
const SOLVED = "('solved', 'closed')";

/**
 * When each ticket was open, over all of its time, as a SELECT of account_id, ticket_id, escalated, opened_at, satisfaction and:
 *
 * - from_at, until_at: where is_open, a stretch in which it was; is_solved says that it ended with a solve, and until_at is infinity where it has not ended.
 * - where not is_open, from_at is a reopening: by an event, or, where a count of reopenings comes without one, by the last solve.
 *
 * The rules are those of `ticketFactsSql`, which tells of one instant: read just before an instant, a stretch says the same. Where a ticket was solved
 * and reopened at one instant, it stays what it was. One that is said to be solved, but not when, has no row; nor has one that was done with for good before
 * `since` (SQL). `only` is a condition on the ticket `t`.
 */
export function ticketSpansSql(only: string, since: string): string {
  return `
WITH dated AS MATERIALIZED (
  SELECT t.account_id, t.id AS ticket_id, t.escalated, t.opened_at, t.satisfaction, t.reopens > 0 AS has_count, t.status IN ${OPEN} AS says_open, t.status IN ${SOLVED} AS says_solved,
    e.turns, e.solves, CASE
      WHEN t.solved_at IS NOT NULL THEN t.solved_at
      WHEN t.status IN ${SOLVED} AND e.solves IS NULL AND t.resolution_hours IS NOT NULL THEN t.opened_at + least(t.resolution_hours, 1e8)::float8 * interval '1 hour'
    END AS own_at
  FROM app.ticket t LEFT JOIN LATERAL (
    SELECT array_agg(e.at) FILTER (WHERE e.type = 'reopened') AS turns, array_agg(e.at) FILTER (WHERE e.type = 'solved') AS solves
    FROM app.ticket_event e WHERE e.ticket_id = t.id AND e.at >= t.opened_at) AS e ON true
  WHERE ${only} AND (t.solved_at IS NULL OR t.solved_at >= ${since} OR t.status IN ${OPEN} OR e.turns IS NOT NULL)
),
told AS MATERIALIZED (SELECT d.*, greatest(own_at, (SELECT max(at) FROM unnest(solves) AS at)) AS last_solve, (SELECT max(at) FROM unnest(turns) AS at) AS last_turn FROM dated d),
state AS (
  SELECT told.*, change.at, change.place, change.opens FROM told CROSS JOIN LATERAL (
    SELECT told.opened_at AS at, 0 AS place, true AS opens
    UNION ALL
    SELECT at, 1, bool_or(is_turn) FROM (SELECT unnest(told.turns) AS at, true AS is_turn UNION ALL SELECT unnest(told.solves || told.own_at), false) AS each
    WHERE at IS NOT NULL GROUP BY at HAVING bool_and(is_turn) = bool_or(is_turn)
    UNION ALL SELECT greatest(told.last_solve, told.last_turn), 2, true WHERE told.says_open
  ) AS change
  WHERE change.at IS NOT NULL AND (told.says_solved AND told.last_solve IS NULL AND told.last_turn IS NULL) IS NOT TRUE
),
stretch AS (
  SELECT state.*, lead(at, 1, 'infinity'::timestamptz) OVER life AS until_at, lead(opens) OVER life IS FALSE AS is_solved FROM state WINDOW life AS (PARTITION BY ticket_id ORDER BY at, place)
)
SELECT account_id, ticket_id, escalated, opened_at, satisfaction, true AS is_open, at AS from_at, until_at, is_solved FROM stretch WHERE opens AND at < until_at
UNION ALL
SELECT account_id, ticket_id, escalated, opened_at, satisfaction, false, turn, NULL, false FROM told CROSS JOIN LATERAL (
  SELECT DISTINCT unnest(turns) AS turn UNION ALL SELECT last_solve WHERE turns IS NULL AND has_count AND last_solve IS NOT NULL) AS each`;
}
