/**
 * What had become of each ticket by the instant `at` (SQL), as a SELECT of app.ticket's columns and:
 *
 * - first_solved_at: the first solve, by `solved_at`, by an event, or, for a solved ticket that tells of neither, `resolution_hours` after it came in.
 * - last_solved_at: the first solve after the last reopening; null while the ticket is open again, or its status says that it is.
 * - next_reopened_at: the first reopening at or after the first solve, where events tell when.
 * - was_reopened: by an event, by a count of reopenings without one, or by a status that is open after a solve.
 * - is_undated: said to be solved, but not when.
 *
 * What happens at or after `at` has not happened: a ticket that came in then has no row, a later event is not there, and a status that a later
 * event explains is not believed. A solve and a reopening at one instant come in the order that makes sense: a ticket that was solved is reopened first.
 * `only` is a condition on the ticket `t`, for a few of them. Events before the ticket are left out. Source: metrics.md §16; Zendesk Help on ticket duration metrics.
 */
export function ticketFactsSql(at: string, only = "true"): string {
  return `
WITH event AS MATERIALIZED (
  SELECT e.ticket_id, e.at, e.type = 'reopened' AS is_turn FROM app.ticket_event e JOIN app.ticket t ON t.id = e.ticket_id AND e.at >= t.opened_at
  WHERE ${only}
),
turned AS MATERIALIZED (
  SELECT ticket_id, min(at) AS first_turn, max(at) AS last_turn, array_agg(DISTINCT at ORDER BY at DESC) AS turns
  FROM event WHERE is_turn AND at < ${at} GROUP BY ticket_id
),
told AS (
  SELECT e.ticket_id, max(e.at) AS last_at, bool_or(NOT e.is_turn) AS has_solves, bool_or(e.is_turn) AS has_turns,
    min(e.at) FILTER (WHERE NOT e.is_turn AND e.at < ${at}) AS first_solve,
    max(e.at) FILTER (WHERE NOT e.is_turn AND e.at < r.last_turn) AS solve_before,
    max(e.at) FILTER (WHERE NOT e.is_turn AND e.at = r.last_turn) AS solve_with,
    min(e.at) FILTER (WHERE NOT e.is_turn AND e.at < ${at} AND e.at > r.last_turn) AS solve_after
  FROM event e LEFT JOIN turned r ON r.ticket_id = e.ticket_id
  GROUP BY e.ticket_id
),
dated AS (
  SELECT t.*, told.last_at, told.first_solve, told.solve_before, told.solve_with, told.solve_after, turned.first_turn, turned.last_turn, turned.turns,
    coalesce(told.has_solves, false) AS tells_solves, coalesce(told.has_turns, false) AS tells_turns,
    CASE
      WHEN t.solved_at IS NOT NULL THEN t.solved_at
      WHEN t.status IN ('solved', 'closed') AND told.has_solves IS NOT TRUE AND t.resolution_hours IS NOT NULL
        THEN t.opened_at + least(t.resolution_hours, 1e8)::float8 * interval '1 hour'
    END AS own_at
  FROM app.ticket t LEFT JOIN told ON told.ticket_id = t.id LEFT JOIN turned ON turned.ticket_id = t.id
  WHERE t.opened_at < ${at} AND ${only}
),
solved AS (
  SELECT d.*, least(d.first_solve, CASE WHEN d.own_at < ${at} THEN d.own_at END) AS first_solved_at,
    (d.status IN ('new', 'open', 'pending', 'hold') AND (greatest(d.own_at, d.last_at) >= ${at}) IS NOT TRUE) IS TRUE AS says_open
  FROM dated d
)
SELECT s.*,
  CASE
    WHEN s.says_open THEN NULL
    WHEN s.last_turn IS NULL THEN s.first_solved_at
    WHEN (s.solve_with IS NOT NULL OR s.own_at = s.last_turn)
      AND greatest(s.solve_before, CASE WHEN s.own_at < s.last_turn THEN s.own_at END) >= coalesce(s.turns[2], '-infinity') THEN s.last_turn
    ELSE least(s.solve_after, CASE WHEN s.own_at > s.last_turn AND s.own_at < ${at} THEN s.own_at END)
  END AS last_solved_at,
  CASE WHEN s.first_turn >= s.first_solved_at THEN s.first_turn
    WHEN s.last_turn >= s.first_solved_at THEN (SELECT min(turn) FROM unnest(s.turns) AS turn WHERE turn >= s.first_solved_at)
  END AS next_reopened_at,
  s.last_turn IS NOT NULL OR (s.reopens > 0 AND NOT s.tells_turns) IS TRUE OR (s.says_open AND s.first_solved_at IS NOT NULL) AS was_reopened,
  (s.status IN ('solved', 'closed') AND s.own_at IS NULL AND NOT s.tells_solves AND s.last_turn IS NULL) IS TRUE AS is_undated
FROM solved s`;
}
