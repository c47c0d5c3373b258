import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, cutsSql, dimensionsAt } from "@/lib/metrics/relations/cuts";
import { ticketFactsSql } from "@/lib/tickets/facts";

const CSAT_SCALE = 5;

/**
 * An answer in the period in which it was given: answers to surveys, and the satisfaction told on a ticket, which is a CSAT answer of five points by
 * nobody, given when the ticket was solved for good, or first, where it is open again. A ticket that was never solved has not been answered yet.
 *
 * What was asked and not answered, or dismissed, has no row. For NPS, the latest answer of a contact in the period counts (of equal instants the one whose
 * external id comes last, where 9 comes before 10), the others are superseded; answers without a contact are nobody's and all count. CSAT counts every answer
 * of five points, CES every answer on the workspace's scale, of which the upper part (5 to 7, or 4 and 5) is easy. Answers on another scale are in
 * `answers` and `…_elsewhere` alone. Nothing given at or after the instant of the reading is seen. Source: metrics.md §8 to §10.
 */
function answersSql(request: RowsRequest, parameters: Parameters): string {
  const instant = parameters.place(request.asOf, "timestamptz");
  const zone = parameters.place(request.scope.timeZone, "text");
  const points = parameters.place(request.settings.ces_scale, "int");
  return `
WITH cut AS MATERIALIZED (${cutsSql(request, parameters)}),
given AS MATERIALIZED (
  SELECT s.account_id, s.contact_id, s.kind, s.score, s.scale, s.answered_at AS at, s.external_id AS record, s.source, s.comment,
    NULL::text AS channel, NULL::text AS priority, false AS is_ticket,
    lead(s.answered_at) OVER (
      PARTITION BY s.kind, s.contact_id ORDER BY s.answered_at, length(s.external_id), s.external_id COLLATE "C", s.source COLLATE "C"
    ) AS next_at
  FROM app.survey_response s WHERE s.score IS NOT NULL AND coalesce(lower(s.status), '') NOT IN ('dismissed', 'unanswered')
  UNION ALL
  SELECT t.account_id, NULL, 'csat', t.satisfaction, ${CSAT_SCALE}, coalesce(t.last_solved_at, t.first_solved_at), t.external_id, t.source, NULL,
    t.channel, t.priority, true, NULL
  FROM (${ticketFactsSql(instant)}) AS t WHERE t.satisfaction IS NOT NULL
),
placed AS (
  SELECT g.*, cut.of_start, cut.of_end, cut.start, cut.until, cut.of_end_at,
    g.contact_id IS NULL OR g.kind <> 'nps' OR g.next_at IS NULL OR g.next_at >= cut.end_at AS is_latest
  FROM cut JOIN given g ON g.at >= cut.start_at AND g.at < cut.end_at
),
judged AS (
  SELECT p.*, p.kind = 'nps' AND p.is_latest AS is_nps, p.kind = 'csat' AND p.scale = ${CSAT_SCALE} AS is_csat, p.kind = 'ces' AND p.scale = ${points} AS is_ces
  FROM placed p
)
SELECT j.account_id, j.record, j.of_start, j.of_end, j.start, j.until, true AS is_first, true AS is_last,
  j.kind, j.channel, j.priority, j.score, j.scale, (j.at AT TIME ZONE ${zone})::date::text AS answered_on, j.comment, j.is_ticket, j.is_latest, c.name AS contact,
  1 AS answers, (j.kind = 'nps')::int AS nps_given, (j.kind = 'csat')::int AS csat_given, (j.kind = 'ces')::int AS ces_given,
  j.is_nps::int AS nps_answers, (j.kind = 'nps' AND NOT j.is_latest)::int AS superseded,
  (j.is_nps AND j.score >= 9)::int AS promoters, (j.is_nps AND j.score BETWEEN 7 AND 8)::int AS passives, (j.is_nps AND j.score <= 6)::int AS detractors,
  j.is_csat::int AS csat_answers, (j.is_csat AND j.score >= 4)::int AS satisfied, CASE WHEN j.is_csat THEN j.score ELSE 0 END AS csat_score,
  CASE WHEN j.is_csat THEN j.score * j.score ELSE 0 END AS csat_square, (j.kind = 'csat' AND NOT j.is_csat)::int AS csat_elsewhere,
  j.is_ces::int AS ces_answers, (j.is_ces AND 2 * j.score > j.scale + 1)::int AS easy, CASE WHEN j.is_ces THEN j.score ELSE 0 END AS ces_score,
  CASE WHEN j.is_ces THEN j.score * j.score ELSE 0 END AS ces_square, CASE WHEN j.is_ces THEN j.scale ELSE 0 END AS ces_points,
  (j.kind = 'ces' AND NOT j.is_ces)::int AS ces_elsewhere,
  ${ACCOUNT_COLUMNS}
FROM judged j
LEFT JOIN app.contact c ON c.id = j.contact_id
${dimensionsAt("j", "j.of_end_at", request)}`;
}

/** Answers to surveys and on tickets: what every number of voice is made of. */
export const answer: Relation = {
  id: "answer",
  thing: "answer",
  measures: [
    "answers",
    "nps_given",
    "csat_given",
    "ces_given",
    "nps_answers",
    "superseded",
    "promoters",
    "passives",
    "detractors",
    "csat_answers",
    "satisfied",
    "csat_score",
    "csat_square",
    "csat_elsewhere",
    "ces_answers",
    "easy",
    "ces_score",
    "ces_square",
    "ces_points",
    "ces_elsewhere",
  ],
  dimensions: [...DIMENSIONS, "kind", "channel", "priority"],
  rows: answersSql,
  columns: [
    { id: "answeredAt", label: "Answered", unit: "date", sql: "r.answered_on" },
    { id: "kind", label: "Question", unit: "text", sql: "r.kind" },
    { id: "score", label: "Score", unit: "count", sql: "r.score" },
    { id: "scale", label: "Of", unit: "count", sql: "r.scale" },
    { id: "contact", label: "Who", unit: "text", sql: "r.contact" },
    { id: "comment", label: "Words", unit: "text", sql: "r.comment" },
    { id: "from", label: "From", unit: "text", sql: "CASE WHEN r.is_ticket THEN 'ticket' ELSE 'survey' END" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
  kept: { of: ["answer", "ticket"] },
};

/** What only answers on tickets have; on others it is none. */
export const TICKET_DIMENSIONS = ["channel", "priority"] as const;
