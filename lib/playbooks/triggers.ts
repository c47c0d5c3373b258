import { overridesSql } from "@/lib/accounts/overrides";
import type { Day } from "@/lib/kernel/period";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Trigger } from "@/lib/playbooks/schema";

/** A stretch of local days, both ends included, of one time zone; `today` is the day on which it is asked. */
export type Stretch = {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly timeZone: string;
  readonly valueWithinDays: number;
};

type Cause<On extends Trigger["on"]> = (trigger: Extract<Trigger, { on: On }>, stretch: Stretch, parameters: Parameters) => string;

/**
 * What set a trigger off in a stretch of days, as a SELECT of account_id, cause (the same for the same thing, however often it is asked), day, stands
 * (it still holds today), reason and detail (of a signal; of a band the one before), and words (of everything else).
 */
export function causesOf(trigger: Trigger, stretch: Stretch, parameters: Parameters): string {
  switch (trigger.on) {
    case "signal":
      return ofSignal(trigger, stretch, parameters);
    case "band":
      return ofBand(trigger, stretch, parameters);
    case "renewal":
      return ofRenewal(trigger, stretch, parameters);
    case "stage":
      return ofStage(trigger, stretch, parameters);
    case "late":
      return trigger.what === "first-value" ? ofFirstValue(trigger, stretch, parameters) : ofPlanStep(trigger, stretch, parameters);
  }
}

const ofSignal: Cause<"signal"> = ({ kind }, { from, to, today }, parameters) => `
SELECT s.account_id, 'signal:' || s.kind || ':' || s.reason || ':' || s.from_day AS cause, s.from_day AS day,
  s.until_day IS NULL AND NOT EXISTS (SELECT FROM app.signal_snooze z WHERE z.account_id = s.account_id AND z.kind = s.kind AND z.reason = s.reason
    AND z.until_day > ${parameters.place(today, "date")}) AS stands, s.reason, s.detail, '' AS words
FROM app.signal s WHERE s.kind = ${parameters.place(kind, "text")} AND s.from_day BETWEEN ${parameters.place(from, "date")} AND ${parameters.place(to, "date")}`;

// A band is what people see: one that somebody set counts while it holds. One that was made by other scorecards than the day before did not change by itself, so
// that publishing sets nothing off; neither does another card. Before the days that are kept one by one stand only the ends of months, hence the
// month before. Put together by grouping and not by joining, so that no estimate can go wrong.
const ofBand: Cause<"band"> = ({ band }, { from, to, timeZone }, parameters) => {
  const entered = parameters.place(band, "text");
  const [first, last, zone] = [parameters.place(from, "date"), parameters.place(to, "date"), parameters.place(timeZone, "text")];
  const [since, until] = [`${first} - 31`, `greatest(${last}, (SELECT through FROM app.health_derivation))`];
  return `
WITH day AS MATERIALIZED (
  SELECT day::date AS day, (day::date + 1)::timestamp AT TIME ZONE ${zone} AS ends_at FROM generate_series(${since}, ${until}, interval '1 day') AS day
),
each AS MATERIALIZED (
  SELECT account_id, day, coalesce(max(override), max(computed)) AS band, max(override) IS NOT NULL AS held, max(version) AS version, max(card) AS card FROM (
    SELECT account_id, day, band AS computed, NULL::text AS override, version, card FROM app.health_day WHERE day BETWEEN ${since} AND ${last} OR day = (SELECT through FROM app.health_derivation)
    UNION ALL SELECT o.account_id, day.day, NULL, o.band, NULL, NULL FROM day CROSS JOIN LATERAL (${overridesSql("day.ends_at")}) AS o
  ) AS told GROUP BY 1, 2 HAVING max(computed) IS NOT NULL
),
followed AS (
  SELECT account_id, day, band, lag(band) OVER life AS was, held OR lag(held) OVER life OR (version = lag(version) OVER life AND card = lag(card) OVER life) AS is_theirs
  FROM each WINDOW life AS (PARTITION BY account_id ORDER BY day)
)
SELECT f.account_id, 'band:' || f.band || ':' || f.day AS cause, f.day,
  EXISTS (SELECT FROM each l WHERE l.account_id = f.account_id AND l.band = ${entered} AND l.day = (SELECT through FROM app.health_derivation)) AS stands,
  f.was AS reason, '{}'::jsonb AS detail, '' AS words
FROM followed f WHERE f.band = ${entered} AND f.was <> f.band AND f.is_theirs AND f.day BETWEEN ${first} AND ${last}`;
};

const ofRenewal: Cause<"renewal"> = ({ days }, { from, to, today, timeZone }, parameters) => {
  const ahead = parameters.place(days, "int");
  return `
SELECT each.account_id, 'renewal:' || each.due_on AS cause, each.due_on - ${ahead} AS day,
  bool_or(each.settled_on IS NULL) AND each.due_on >= ${parameters.place(today, "date")} AS stands, '' AS reason, '{}'::jsonb AS detail,
  'renews on ' || each.due_on AS words
FROM (
  SELECT account_id, due_on, least(renewed_on, declined_on) AS settled_on FROM app.contract
  UNION ALL SELECT account_id, (renews_at AT TIME ZONE ${parameters.place(timeZone, "text")})::date, NULL FROM app.subscription
  WHERE renews_at IS NOT NULL AND (ended_at IS NULL OR ended_at > renews_at)
) AS each
WHERE each.due_on - ${ahead} BETWEEN ${parameters.place(from, "date")} AND ${parameters.place(to, "date")}
  AND (each.settled_on IS NULL OR each.settled_on > each.due_on - ${ahead})
GROUP BY 1, each.due_on`;
};

const ofStage: Cause<"stage"> = ({ stage }, { from, to, timeZone }, parameters) => {
  const entered = parameters.place(stage, "text");
  const day = `(each.from_at AT TIME ZONE ${parameters.place(timeZone, "text")})::date`;
  return `
SELECT each.account_id, 'stage:' || each.stage || ':' || ${day} AS cause, ${day} AS day,
  EXISTS (SELECT FROM app.account_dimension l WHERE l.account_id = each.account_id AND l.stage = ${entered} AND l.until_at = 'infinity') AS stands,
  '' AS reason, '{}'::jsonb AS detail, 'entered the stage ' || each.stage AS words
FROM (SELECT d.account_id, d.from_at, d.stage, lag(d.stage) OVER (PARTITION BY d.account_id ORDER BY d.from_at) AS was FROM app.account_dimension d) AS each
WHERE each.stage = ${entered} AND each.was IS DISTINCT FROM each.stage AND each.from_at > '-infinity'
  AND ${day} BETWEEN ${parameters.place(from, "date")} AND ${parameters.place(to, "date")}`;
};

const ofFirstValue: Cause<"late"> = (_, { from, to, timeZone, valueWithinDays }, parameters) => {
  const zone = parameters.place(timeZone, "text");
  const within = parameters.place(valueWithinDays, "int");
  return `
SELECT each.account_id, 'late:first-value' AS cause, each.day, each.reached_on IS NULL
    AND EXISTS (SELECT FROM app.health_day l WHERE l.account_id = each.account_id AND l.day = (SELECT through FROM app.health_derivation)) AS stands,
  '' AS reason, '{}'::jsonb AS detail, 'has no first value after ' || ${within} || ' days' AS words
FROM (
  SELECT s.account_id, (s.started_at AT TIME ZONE ${zone})::date + ${within} + 1 AS day,
    (SELECT (min(m.at) AT TIME ZONE ${zone})::date FROM app.milestone m WHERE m.account_id = s.account_id AND m.kind = 'first_value') AS reached_on
  FROM (SELECT a.id AS account_id, coalesce(a.started_at, min(b.started_at)) AS started_at FROM app.account a
    LEFT JOIN app.subscription b ON b.account_id = a.id GROUP BY a.workspace_id, a.id) AS s
  WHERE s.started_at IS NOT NULL AND EXISTS (SELECT FROM app.milestone WHERE kind = 'first_value')
) AS each
WHERE each.day BETWEEN ${parameters.place(from, "date")} AND ${parameters.place(to, "date")} AND (each.reached_on IS NULL OR each.reached_on >= each.day)`;
};

const ofPlanStep: Cause<"late"> = (_, { from, to, timeZone }, parameters) => `
SELECT each.account_id, 'late:step:' || each.id || ':' || each.latest_on AS cause, each.latest_on + 1 AS day, each.reached_on IS NULL AND each.status = 'open' AS stands,
  '' AS reason, '{}'::jsonb AS detail, 'has not reached “' || each.name || '”, due by ' || each.latest_on AS words
FROM (
  SELECT p.account_id, p.status, s.id, s.name, s.latest_on, least(s.reached_on, (
    SELECT (min(m.at) AT TIME ZONE ${parameters.place(timeZone, "text")})::date FROM app.milestone m WHERE m.account_id = p.account_id AND m.kind = s.kind)) AS reached_on
  FROM app.success_plan p JOIN app.plan_step s ON s.plan_id = p.id WHERE p.status <> 'dropped'
) AS each
WHERE each.latest_on + 1 BETWEEN ${parameters.place(from, "date")} AND ${parameters.place(to, "date")} AND (each.reached_on IS NULL OR each.reached_on > each.latest_on)`;
