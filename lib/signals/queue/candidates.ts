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
  return sql<Candidate>(
    `WITH rate AS MATERIALIZED (${ratesSql(scope, parameters)}),
     facts AS (
       SELECT account_id, score, band, NULL::text AS held, 0 AS signals, false AS due, false AS away, 0::numeric AS mrr, false AS unpriced, NULL::date AS renews_on
       FROM app.health_day WHERE day = ${parameters.place(moment?.day ?? null, "date")}
       UNION ALL SELECT account_id, NULL, NULL, band, 0, false, false, 0, false, NULL FROM (${overridesSql(now)}) AS o
       UNION ALL SELECT s.account_id, NULL, NULL, NULL, 1, false, false, 0, false, NULL FROM app.signal s
       WHERE s.until_day IS NULL AND s.kind = ANY(${parameters.place(RISK_KINDS, "text[]")}) AND NOT EXISTS (
         SELECT FROM app.signal_snooze z WHERE z.account_id = s.account_id AND z.kind = s.kind AND z.reason = s.reason AND z.until_day > ${day})
       UNION ALL SELECT account_id, NULL, NULL, NULL, 0, true, false, 0, false, NULL FROM app.task
       WHERE status = 'open' AND account_id IS NOT NULL AND due_on <= ${day} AND (snoozed_until IS NULL OR snoozed_until <= ${day})
       UNION ALL SELECT account_id, NULL, NULL, NULL, 0, false, true, 0, false, NULL FROM app.signal_snooze WHERE kind = '${BAND_KIND}' AND until_day > ${day}
       UNION ALL SELECT m.account_id, NULL, NULL, NULL, 0, false, false, coalesce(m.balance * rate.rate, 0), rate.rate IS NULL, NULL
       FROM app.mrr_movement m LEFT JOIN rate ON rate.currency = m.currency::text AND rate.from_at <= ${now} AND ${now} < rate.until_at
       WHERE m.at < ${now} AND ${now} <= m.until_at AND m.balance > 0
       UNION ALL SELECT account_id, NULL, NULL, NULL, 0, false, false, 0, false, due_on FROM app.contract
       WHERE renewed_on IS NULL AND declined_on IS NULL AND due_on >= ${day} - ${OVERDUE_DAYS}
       UNION ALL SELECT account_id, NULL, NULL, NULL, 0, false, false, 0, false, (renews_at AT TIME ZONE ${zone})::date FROM app.subscription
       WHERE renews_at >= ${now} AND (ended_at IS NULL OR ended_at > renews_at)),
     wanted AS MATERIALIZED (
       SELECT account_id, max(score) AS score, max(band) AS band, max(held) AS held, sum(signals)::int AS signals,
         CASE WHEN bool_or(unpriced) THEN NULL ELSE sum(mrr) END AS mrr, min(renews_on) - ${day} AS days
       FROM facts GROUP BY 1
       HAVING sum(signals) > 0 OR bool_or(due) OR (coalesce(max(held), max(band)) = 'red' AND NOT bool_or(away)))
     SELECT w.account_id::text AS id, w.mrr::float8 AS mrr, w.score, coalesce(w.held, w.band, 'unknown') AS band, w.held, w.signals, w.days AS "daysToRenewal"
     FROM wanted w ${emails === null ? "" : `WHERE w.account_id IN (SELECT id FROM app.account WHERE owner_email = ANY(${parameters.place(emails, "text[]")}))`}`,
    parameters.values,
  );
}
