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
 * Events before the ticket are left out. Source: metrics.md §16; Zendesk Help on ticket duration metrics.
 */
export function ticketFactsSql(at: string): string {
  return `
WITH told AS (
  SELECT e.ticket_id, max(e.at) AS last_at, bool_or(e.type = 'solved') AS has_solves, bool_or(e.type = 'reopened') AS has_reopens,
    array_agg(e.at) FILTER (WHERE e.type = 'solved' AND e.at < ${at}) AS solves,
    array_agg(DISTINCT e.at ORDER BY e.at DESC) FILTER (WHERE e.type = 'reopened' AND e.at < ${at}) AS turns
  FROM app.ticket_event e JOIN app.ticket t ON t.id = e.ticket_id AND e.at >= t.opened_at
  GROUP BY e.ticket_id
),
dated AS (
  SELECT t.*, told.last_at, told.solves, told.turns, told.has_solves, told.has_reopens,
    CASE
      WHEN t.solved_at IS NOT NULL THEN t.solved_at
      WHEN t.status IN ('solved', 'closed') AND told.has_solves IS NOT TRUE AND t.resolution_hours IS NOT NULL
        THEN t.opened_at + least(t.resolution_hours, 1e8)::float8 * interval '1 hour'
    END AS own_at
  FROM app.ticket t LEFT JOIN told ON told.ticket_id = t.id
  WHERE t.opened_at < ${at}
),
solved AS (
  SELECT d.*, d.status IN ('new', 'open', 'pending', 'hold') AND (greatest(d.own_at, d.last_at) >= ${at}) IS NOT TRUE AS says_open,
    CASE WHEN d.own_at < ${at} THEN d.solves || d.own_at ELSE d.solves END AS all_solves,
    least(CASE WHEN d.own_at < ${at} THEN d.own_at END, CASE WHEN d.solves IS NOT NULL THEN (SELECT min(s) FROM unnest(d.solves) AS s) END) AS first_solved_at
  FROM dated d
)
SELECT s.*,
  CASE
    WHEN s.says_open THEN NULL
    WHEN s.turns IS NULL THEN s.first_solved_at
    ELSE (
      SELECT min(one) FROM unnest(s.all_solves) AS one
      WHERE one > s.turns[1]
        OR one = s.turns[1] AND (SELECT max(earlier) FROM unnest(s.all_solves) AS earlier WHERE earlier < s.turns[1]) >= coalesce(s.turns[2], '-infinity')
    )
  END AS last_solved_at,
  CASE WHEN s.turns IS NOT NULL THEN (SELECT min(turn) FROM unnest(s.turns) AS turn WHERE turn >= s.first_solved_at) END AS next_reopened_at,
  s.turns IS NOT NULL OR (s.reopens > 0 AND s.has_reopens IS NOT TRUE) IS TRUE OR (s.says_open AND s.first_solved_at IS NOT NULL) IS TRUE AS was_reopened,
  (s.status IN ('solved', 'closed') AND s.own_at IS NULL AND s.has_solves IS NOT TRUE AND s.turns IS NULL) IS TRUE AS is_undated
FROM solved s`;
}
