import type { Measure } from "@/lib/health/measure";
import { ticketSpansSql } from "@/lib/tickets/spans";

/**
 * What the customer says, from 0 (the worst there is to say) to 100, newer answers counting more.
 *
 *   Σ score × ½ ^ (age ÷ 60) ÷ Σ ½ ^ (age ÷ 60), over the answers of the last 180 days; age in days
 *
 * NPS, CSAT and CES alike: score = (answer − least) ÷ (most − least) × 100; the least is 0 for NPS and 1 for the others. A ticket's satisfaction is a CSAT answer
 * of five points, given when the ticket was last solved. What was dismissed or left unanswered says nothing. Missing without an answer in 180 days. Tells of
 * the newest answer, so that its age is seen. Rounded to a millionth, where the order of adding would show. Source: product.md §5b; metrics.md §8-10, §21.
 */
export const sentiment: Measure = {
  face: {
    id: "sentiment",
    name: "Sentiment",
    unit: "score",
    question: "What do they say of us?",
    meaning: "Answers to NPS, CSAT and CES in the last 180 days, from 0 to 100; an answer counts half after 60 days.",
    missing: "No answer in 180 days.",
    weight: 15,
    limits: { red: 55, green: 90 },
  },
  inputs: ({ zone, firstAt, lastAt, among }) => `
WITH said AS MATERIALIZED (
  SELECT account_id, answered_at AS at, 'infinity'::timestamptz AS until_at,
    CASE kind WHEN 'nps' THEN score / scale::float8 ELSE (score - 1) / (scale - 1)::float8 END * 100 AS score
  FROM app.survey_response
  WHERE score IS NOT NULL AND coalesce(lower(status), '') NOT IN ('dismissed', 'unanswered') AND ${among("account_id")}
    AND answered_at >= ${firstAt} - interval '181 days' AND answered_at < ${lastAt}
  UNION ALL
  SELECT account_id, until_at, lead(until_at, 1, 'infinity'::timestamptz) OVER (PARTITION BY ticket_id ORDER BY until_at), (satisfaction - 1) / 4::float8 * 100
  FROM (${ticketSpansSql(`${among("t.account_id")} AND t.satisfaction IS NOT NULL AND t.opened_at < ${lastAt}`, `${firstAt} - interval '181 days'`)}) AS life WHERE is_solved
),
dated AS MATERIALIZED (SELECT account_id, at, until_at, score, (at AT TIME ZONE ${zone})::date AS said_on FROM said),
weighed AS (
  SELECT g.account_id, g.day, d.score, d.said_on, power(0.5, (g.day - d.said_on) / 60::float8) AS weight
  FROM dated d JOIN grid g ON g.account_id = d.account_id AND d.at < g.at AND g.at <= d.until_at AND g.day - d.said_on < 180
)
SELECT account_id, day, round((sum(score * weight) / sum(weight))::numeric, 6)::float8 AS value, max(said_on) AS told_on FROM weighed GROUP BY account_id, day`,
};
