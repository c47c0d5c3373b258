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
export function ticketFactsSql(at: string): string {
  // OFFSET 0 has each step computed once a ticket, which is most of the cost of a hundred thousand.
  return `
WITH told AS (
  SELECT e.ticket_id, max(e.at) AS last_at, bool_or(e.type = 'solved') AS has_solves, bool_or(e.type = 'reopened') AS has_reopens,
    array_agg(e.at) FILTER (WHERE e.type = 'solved' AND e.at < ${at}) AS solves,
    array_agg(e.at) FILTER (WHERE e.type = 'reopened' AND e.at < ${at}) AS turns
  FROM app.ticket_event e JOIN app.ticket t ON t.id = e.ticket_id AND e.at >= t.opened_at
  GROUP BY e.ticket_id
),
dated AS (
  SELECT t.*, told.last_at, told.solves, told.turns, told.has_solves IS TRUE AS has_solves, told.has_reopens IS TRUE AS has_reopens,
    CASE
      WHEN t.solved_at IS NOT NULL THEN t.solved_at
      WHEN t.status IN ('solved', 'closed') AND told.has_solves IS NOT TRUE AND t.resolution_hours IS NOT NULL
        THEN t.opened_at + least(t.resolution_hours, 1e8)::float8 * interval '1 hour'
    END AS own_at
  FROM app.ticket t LEFT JOIN told ON told.ticket_id = t.id
  WHERE t.opened_at < ${at}
  OFFSET 0
),
seen AS (
  SELECT d.*, (d.status IN ('new', 'open', 'pending', 'hold') AND (greatest(d.own_at, d.last_at) >= ${at}) IS NOT TRUE) IS TRUE AS says_open,
    CASE WHEN d.own_at < ${at} THEN d.own_at END AS own_solve,
    CASE WHEN d.turns IS NOT NULL THEN (SELECT max(turn) FROM unnest(d.turns) AS turn) END AS last_turn
  FROM dated d
  OFFSET 0
),
solved AS (
  SELECT s.*, CASE WHEN s.solves IS NULL THEN s.own_solve ELSE least(s.own_solve, (SELECT min(solve) FROM unnest(s.solves) AS solve)) END AS first_solved_at
  FROM seen s
  OFFSET 0
)
SELECT s.*,
  CASE
    WHEN s.says_open THEN NULL
    WHEN s.turns IS NULL THEN s.first_solved_at
    ELSE (
      SELECT min(solve) FROM unnest(s.solves || s.own_solve) AS solve
      WHERE solve > s.last_turn
        OR solve = s.last_turn AND (SELECT max(earlier) FROM unnest(s.solves || s.own_solve) AS earlier WHERE earlier < s.last_turn)
          >= coalesce((SELECT max(turn) FROM unnest(s.turns) AS turn WHERE turn < s.last_turn), '-infinity')
    )
  END AS last_solved_at,
  CASE WHEN s.turns IS NOT NULL THEN (SELECT min(turn) FROM unnest(s.turns) AS turn WHERE turn >= s.first_solved_at) END AS next_reopened_at,
  s.turns IS NOT NULL OR (s.reopens > 0 AND NOT s.has_reopens) IS TRUE OR (s.says_open AND s.first_solved_at IS NOT NULL) AS was_reopened,
  (s.status IN ('solved', 'closed') AND s.own_at IS NULL AND NOT s.has_solves AND s.turns IS NULL) IS TRUE AS is_undated
FROM solved s`;
}
