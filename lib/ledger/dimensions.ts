import { ratesSql } from "@/lib/ledger/account-period";
import { MONTHLY } from "@/lib/ledger/movements";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Scope } from "@/lib/platform/scope";

/**
 * What some accounts counted as over time, as a SELECT that yields the columns of `account_dimension`: spells (from_at, until_at], so that
 * the spell that holds an instant tells the state just before it, like the ledger.
 *
 * Dimensions come from the account's versions (the first reaches back for ever). Where the account names no plan, it has that of its largest
 * subscription: the dearest a month among those running, at the rates of that moment and trials last, else the one that ended last. `interval` is
 * always the largest subscription's.
 */
export function dimensionsSql(
  accounts: readonly string[] | null,
  scope: Pick<Scope, "currency" | "timeZone">,
  parameters: Parameters,
): string {
  const some = accounts === null ? "true" : `account_id = ANY(${parameters.place(accounts, "uuid[]")})`;
  return `
WITH version AS (
  SELECT account_id, from_at, lead(from_at, 1, 'infinity'::timestamptz) OVER (PARTITION BY account_id ORDER BY from_at) AS until_at,
    segment, plan, region, owner_email AS owner, stage, country, industry
  FROM app.account_version WHERE ${some}
),
sub AS MATERIALIZED (
  SELECT account_id, currency::text, plan, interval, started_at, trial_ends_at, ended_at, coalesce(ended_at, 'infinity') AS until_at, external_id, source,
    amount * quantity * ${MONTHLY.numerator} / (${MONTHLY.denominator}) AS unit,
    coalesce(trial_ends_at, CASE WHEN status = 'trialing' THEN 'infinity' ELSE '-infinity' END::timestamptz) AS trial_at
  FROM app.subscription WHERE ${some}
),
edge AS (
  SELECT account_id, from_at FROM version
  UNION SELECT account_id, started_at FROM sub
  UNION SELECT account_id, trial_ends_at FROM sub WHERE trial_ends_at >= started_at
  UNION SELECT account_id, ended_at FROM sub WHERE ended_at >= started_at
),
rate AS MATERIALIZED (${ratesSql(scope, parameters)}),
priced AS (SELECT currency, min(from_at) AS priced_at FROM rate GROUP BY currency),
term AS ( -- the stretches of a subscription in which only a rate moves its price: on trial or not, before its currency's first rate or not; and its past
  SELECT * FROM (
    SELECT sub.*, true AS runs, true AS is_trial, NULL::numeric AS price, started_at AS from_at, least(trial_at, priced_at, until_at) AS to_at FROM sub LEFT JOIN priced USING (currency)
    UNION ALL SELECT sub.*, true, true, unit, greatest(started_at, priced_at), least(trial_at, until_at) FROM sub JOIN priced USING (currency)
    UNION ALL SELECT sub.*, true, false, NULL, greatest(started_at, trial_at), least(priced_at, until_at) FROM sub LEFT JOIN priced USING (currency)
    UNION ALL SELECT sub.*, true, false, unit, greatest(started_at, trial_at, priced_at), until_at FROM sub JOIN priced USING (currency)
    UNION ALL SELECT sub.*, false, NULL, NULL, until_at, 'infinity' FROM sub
  ) AS stretch WHERE from_at < to_at
),
ahead AS ( -- when each is the largest of its account in its currency: a rate moves all of them alike
  SELECT term.*, tstzmultirange(tstzrange(from_at, to_at)) - coalesce(range_agg(tstzrange(from_at, to_at)) OVER larger, '{}') AS spans
  FROM term
  WINDOW larger AS (PARTITION BY account_id, currency ORDER BY ${largestFirst("term", "price")} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
largest AS (
  SELECT DISTINCT ON (edge.account_id, edge.from_at) edge.account_id, edge.from_at, l.plan, l.interval
  FROM (SELECT ahead.*, lower(span) AS since, upper(span) AS till FROM ahead CROSS JOIN LATERAL unnest(spans) AS span) AS l
  JOIN edge ON edge.account_id = l.account_id AND l.since <= edge.from_at AND edge.from_at < l.till
  LEFT JOIN rate ON rate.currency = l.currency AND rate.from_at <= edge.from_at AND edge.from_at < rate.until_at
  ORDER BY edge.account_id, edge.from_at, ${largestFirst("l", "price * rate.rate")}
),
state AS (
  SELECT edge.account_id, edge.from_at, v.segment, coalesce(v.plan, largest.plan) AS plan, v.region, v.owner, v.stage, v.country, v.industry, largest.interval
  FROM edge
  JOIN version v ON v.account_id = edge.account_id AND v.from_at <= edge.from_at AND edge.from_at < v.until_at
  LEFT JOIN largest ON largest.account_id = edge.account_id AND largest.from_at = edge.from_at
),
kept AS (
  SELECT * FROM (
    SELECT state.*, lag(ROW(segment, plan, region, owner, stage, country, industry, interval)) OVER later AS before,
      row_number() OVER later AS place
    FROM state WINDOW later AS (PARTITION BY account_id ORDER BY from_at)
  ) AS each
  WHERE place = 1 OR before IS DISTINCT FROM ROW(segment, plan, region, owner, stage, country, industry, interval)
)
SELECT app.tenant() AS workspace_id, account_id, from_at, lead(from_at, 1, 'infinity'::timestamptz) OVER (PARTITION BY account_id ORDER BY from_at) AS until_at,
  segment, plan, region, owner, stage, country, industry, interval
FROM kept`;
}

// Who does not run is neither on trial nor priced, and the one that ended last is the largest.
function largestFirst(term: string, price: string): string {
  return `${term}.runs DESC, ${term}.is_trial, ${term}.${price} DESC NULLS LAST, ${term}.until_at DESC, ${term}.started_at DESC, ${term}.external_id, ${term}.source`;
}
