import { startOf, TODAY, ZONE } from "../data/size";

const DAY = `date '${TODAY}'`;
const END = startOf(`${DAY} + 1`);
const local = (at: string) => `((${at}) AT TIME ZONE '${ZONE}')::date`;

/**
 * What health knows of every account on one day, read by somebody who needs that day alone: each table once, no window, no days between. The
 * order is that of the measures. It stands on what the records of the benchmark are: no ticket events, every account dated, contracts of twelve months.
 */
export const INPUTS_BY_HAND = `
WITH seen AS MATERIALIZED (
  SELECT account_id, day, feature, user_name, events FROM app.usage_day WHERE day BETWEEN ${DAY} - 111 AND ${DAY}
),
offered AS (SELECT count(DISTINCT feature) FILTER (WHERE day > ${DAY} - 90) AS features, min(day) AS used_on FROM seen WHERE events > 0),
sub AS (
  SELECT account_id, min(started_at) AS paid_at, bool_or(started_at < ${END} AND coalesce(ended_at, 'infinity') >= ${END}) AS runs,
    coalesce(sum(seats) FILTER (WHERE ${local("started_at")} <= ${DAY}), 0) - coalesce(sum(seats) FILTER (WHERE ${local("ended_at")} <= ${DAY}), 0) AS seats,
    coalesce(sum(seats) FILTER (WHERE ${local("started_at")} <= ${DAY} - 90), 0) - coalesce(sum(seats) FILTER (WHERE ${local("ended_at")} <= ${DAY} - 90), 0) AS seats_before,
    max(CASE WHEN past_due_since < ${END} THEN ${DAY} - ${local("past_due_since")} ELSE 0 END) FILTER (WHERE started_at < ${END} AND coalesce(ended_at, 'infinity') >= ${END}) AS late
  FROM app.subscription GROUP BY 1
),
began AS (SELECT a.id AS account_id, ${local("least(a.started_at, sub.paid_at)")} AS since FROM app.account a JOIN sub ON sub.account_id = a.id),
use AS (
  SELECT account_id, coalesce(sum(events) FILTER (WHERE day > ${DAY} - 28), 0)::float8 AS recent, (sum(events) FILTER (WHERE day BETWEEN since AND ${DAY} - 28))::float8 AS before,
    count(DISTINCT user_name) FILTER (WHERE day > ${DAY} - 28 AND events > 0) AS users, count(DISTINCT feature) FILTER (WHERE day > ${DAY} - 28 AND events > 0) AS features
  FROM seen JOIN began USING (account_id) GROUP BY 1
),
asked AS (
  SELECT account_id, count(*) FILTER (WHERE ${local("opened_at")} > ${DAY} - 28 AND opened_at < ${END} AND NOT excluded) AS recent,
    count(*) FILTER (WHERE ${local("opened_at")} BETWEEN ${DAY} - 195 AND ${DAY} - 28 AND NOT excluded) AS before,
    coalesce(sum(1 + escalated::int) FILTER (WHERE NOT excluded AND ((${local("opened_at + interval '7 days'")} <= ${DAY} AND coalesce(solved_at, 'infinity') > opened_at + interval '7 days'
      AND coalesce(${local("solved_at")}, 'infinity') > ${DAY}) OR (reopens > 0 AND ${local("solved_at")} <= ${DAY} AND ${local("solved_at + interval '28 days'")} > ${DAY}))), 0) AS pain
  FROM app.ticket WHERE opened_at < ${END} GROUP BY 1
),
said AS (
  SELECT account_id, answered_at AS at, CASE kind WHEN 'nps' THEN score / scale::float8 ELSE (score - 1) / (scale - 1)::float8 END * 100 AS score FROM app.survey_response
  WHERE answered_at < ${END} AND answered_at >= ${END} - interval '181 days' AND score IS NOT NULL
  UNION ALL SELECT account_id, solved_at, (satisfaction - 1) / 4::float8 * 100 FROM app.ticket WHERE satisfaction IS NOT NULL AND solved_at < ${END} AND solved_at >= ${END} - interval '181 days'
),
felt AS (
  SELECT account_id, sum(score * weight) / sum(weight) AS value FROM (SELECT account_id, score, power(0.5, (${DAY} - ${local("at")}) / 60::float8) AS weight FROM said WHERE ${DAY} - ${local("at")} < 180) AS w GROUP BY 1
),
touched AS (SELECT account_id, max(${local("at")}) FILTER (WHERE two_way) AS day FROM app.touchpoint WHERE at < ${END} GROUP BY 1),
ever AS (SELECT ${local("min(at)")} AS day FROM app.touchpoint WHERE type <> 'note'),
paper AS (
  SELECT account_id, min(0) FILTER (WHERE declined AND ${DAY} <= due_on + 30) AS declined, min(due_on - ${DAY}) FILTER (WHERE NOT renewed AND NOT declined AND ${DAY} <= due_on + 30) AS undecided,
    max(until - ${DAY}) FILTER (WHERE renewed AND ${DAY} <= until + 30) AS renewed
  FROM (SELECT account_id, due_on, (due_on + interval '12 months')::date AS until, (renewed_on <= ${DAY}) IS TRUE AS renewed, (declined_on <= ${DAY} AND (renewed_on <= ${DAY}) IS NOT TRUE) IS TRUE AS declined
    FROM app.contract WHERE (due_on - interval '12 months')::date <= ${DAY}) AS c GROUP BY 1
),
pulse AS (SELECT DISTINCT ON (account_id) account_id, rating, ${local("at")} AS day FROM app.pulse WHERE at < ${END} ORDER BY account_id, at DESC, id DESC)
SELECT a.id::text AS account, ARRAY[
  CASE WHEN use.before > 0 AND known >= 28 THEN use.recent / (use.before * 28 / least(84, known)) END,
  CASE WHEN tenure >= 14 THEN coalesce(use.users, 0)::float8 / coalesce(nullif(sub.seats, 0), nullif(a.seats, 0))::float8 END,
  CASE WHEN tenure >= 14 THEN coalesce(use.features, 0)::float8 / offered.features END,
  CASE WHEN tenure >= 56 THEN (coalesce(asked.recent, 0) + 1)::float8 / (coalesce(asked.before, 0)::float8 * 28 / least(168, tenure - 27) + 1) END,
  coalesce(asked.pain, 0)::float8,
  felt.value,
  CASE WHEN sub.runs THEN sub.late END,
  CASE WHEN touched.day IS NOT NULL OR ${DAY} - greatest(since, ever.day) >= 30 THEN ${DAY} - coalesce(touched.day, greatest(since, ever.day)) END,
  coalesce(paper.declined, paper.undecided, paper.renewed, CASE WHEN sub.runs THEN 365 END),
  CASE WHEN sub.seats > 0 AND sub.seats_before > 0 THEN sub.seats::float8 / sub.seats_before END,
  CASE WHEN ${DAY} - pulse.day < 90 THEN pulse.rating END]::float8[] AS values
FROM app.account a JOIN sub ON sub.account_id = a.id JOIN began ON began.account_id = a.id CROSS JOIN offered CROSS JOIN ever
CROSS JOIN LATERAL (SELECT ${DAY} - since AS tenure, ${DAY} - 27 - greatest(since, offered.used_on) AS known) AS lived
LEFT JOIN use ON use.account_id = a.id LEFT JOIN asked ON asked.account_id = a.id LEFT JOIN felt ON felt.account_id = a.id LEFT JOIN touched ON touched.account_id = a.id
LEFT JOIN paper ON paper.account_id = a.id LEFT JOIN pulse ON pulse.account_id = a.id
WHERE sub.runs AND since <= ${DAY}`;
