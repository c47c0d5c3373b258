import { overridesSql } from "@/lib/accounts/overrides";
import type { Moment } from "@/lib/health/moment";
import type { Band } from "@/lib/kernel/health-score";
import type { Day } from "@/lib/kernel/period";
import { ratesSql } from "@/lib/ledger/account-period";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { BAND_KIND } from "@/lib/signals/queue/schema";
import { SIGNALS } from "@/lib/signals/registry";

/** An account that something puts into the queue: a risk signal, the band At risk, or a task that is due; none of them put away. */
export type Candidate = {
  readonly id: string;
  readonly mrr: number | null;
  readonly score: number | null;
  readonly band: Band;
  readonly held: Band | null;
  readonly signals: number;
  /** The band At risk puts it there, and is not put away. */
  readonly red: boolean;
  readonly daysToRenewal: number | null;
};

export type Asked = { readonly emails: readonly string[] | null; readonly moment: Moment | null; readonly today: Day; readonly at: Date };

const RISK_KINDS = SIGNALS.filter(({ face }) => face.tone === "risk").map(({ face }) => face.id);

/** How long a renewal that nobody decided is still ahead. */
const OVERDUE_DAYS = 30;

/** Every account that belongs into a queue, with what its place is made of, in no order. Facts are put together by grouping and not by joining, so that no estimate can go wrong. */
export async function listCandidates(sql: Sql, scope: Scope, { emails, moment, today, at }: Asked): Promise<Candidate[]> {
  const parameters = new Parameters();
  const now = parameters.place(at, "timestamptz");
  const day = parameters.place(today, "date");
  const zone = parameters.place(scope.timeZone, "text");
  const scored = parameters.place(moment?.day ?? null, "date");
  const mine =
    emails === null ? "" : `AND account_id IN (SELECT id FROM app.account WHERE owner_email = ANY(${parameters.place(emails, "text[]")}))`;
  return sql<Candidate>(
    `WITH rate AS MATERIALIZED (${ratesSql(scope, parameters)}),
     held AS MATERIALIZED (SELECT account_id, band FROM (${overridesSql(now)}) AS o),
     cause AS (
       SELECT account_id, 0 AS signals, false AS due, true AS red, false AS away FROM app.health_day
       WHERE day = ${scored} AND band = 'red' AND account_id NOT IN (SELECT account_id FROM held)
       UNION ALL SELECT account_id, 0, false, true, false FROM held WHERE band = 'red'
       UNION ALL SELECT s.account_id, 1, false, false, false FROM app.signal s
       WHERE s.until_day IS NULL AND s.kind = ANY(${parameters.place(RISK_KINDS, "text[]")}) AND NOT EXISTS (
         SELECT FROM app.signal_snooze z WHERE z.account_id = s.account_id AND z.kind = s.kind AND z.reason = s.reason AND z.until_day > ${day})
       UNION ALL SELECT account_id, 0, true, false, false FROM app.task
       WHERE status = 'open' AND account_id IS NOT NULL AND due_on <= ${day} AND (snoozed_until IS NULL OR snoozed_until <= ${day})
       UNION ALL SELECT account_id, 0, false, false, true FROM app.signal_snooze WHERE kind = '${BAND_KIND}' AND until_day > ${day}),
     wanted AS MATERIALIZED (
       SELECT account_id, sum(signals)::int AS signals, bool_or(red) AND NOT bool_or(away) AS red FROM cause WHERE true ${mine} GROUP BY 1
       HAVING sum(signals) > 0 OR bool_or(due) OR (bool_or(red) AND NOT bool_or(away))),
     fact AS (
       SELECT account_id, signals, red, NULL::float8 AS score, NULL::text AS band, NULL::text AS held, 0::numeric AS mrr, false AS unpriced, NULL::date AS renews_on FROM wanted
       UNION ALL SELECT account_id, 0, false, score, band, NULL, 0, false, NULL FROM app.health_day WHERE day = ${scored} AND account_id IN (SELECT account_id FROM wanted)
       UNION ALL SELECT account_id, 0, false, NULL, NULL, band, 0, false, NULL FROM held WHERE account_id IN (SELECT account_id FROM wanted)
       UNION ALL SELECT m.account_id, 0, false, NULL, NULL, NULL, coalesce(m.balance * rate.rate, 0), rate.rate IS NULL, NULL
       FROM app.mrr_movement m LEFT JOIN rate ON rate.currency = m.currency::text AND rate.from_at <= ${now} AND ${now} < rate.until_at
       WHERE m.at < ${now} AND ${now} <= m.until_at AND m.balance > 0 AND m.account_id IN (SELECT account_id FROM wanted)
       UNION ALL SELECT account_id, 0, false, NULL, NULL, NULL, 0, false, due_on FROM app.contract
       WHERE renewed_on IS NULL AND declined_on IS NULL AND due_on >= ${day} - ${OVERDUE_DAYS} AND account_id IN (SELECT account_id FROM wanted)
       UNION ALL SELECT account_id, 0, false, NULL, NULL, NULL, 0, false, (renews_at AT TIME ZONE ${zone})::date FROM app.subscription
       WHERE renews_at >= ${now} AND (ended_at IS NULL OR ended_at > renews_at) AND account_id IN (SELECT account_id FROM wanted))
     SELECT account_id::text AS id, sum(signals)::int AS signals, bool_or(red) AS red, max(score) AS score, max(held COLLATE "C") AS held,
       coalesce(max(held COLLATE "C"), max(band COLLATE "C"), 'unknown') AS band,
       CASE WHEN bool_or(unpriced) THEN NULL ELSE sum(mrr)::float8 END AS mrr, min(renews_on) - ${day} AS "daysToRenewal"
     FROM fact GROUP BY 1`,
    parameters.values,
  );
}
