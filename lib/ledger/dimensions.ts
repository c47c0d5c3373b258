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
edge AS (
  SELECT account_id, from_at FROM version
  UNION SELECT account_id, change.at FROM app.subscription CROSS JOIN LATERAL (VALUES (started_at), (trial_ends_at), (ended_at)) AS change(at)
    WHERE change.at >= started_at AND ${some}
),
rate AS MATERIALIZED (${ratesSql(scope, parameters)}),
state AS (
  SELECT edge.account_id, edge.from_at, v.segment, coalesce(v.plan, largest.plan) AS plan, v.region, v.owner, v.stage, v.country, v.industry, largest.interval
  FROM edge
  JOIN version v ON v.account_id = edge.account_id AND v.from_at <= edge.from_at AND edge.from_at < v.until_at
  LEFT JOIN LATERAL (
    SELECT sub.plan, sub.interval FROM (
      SELECT s.*, coalesce(s.ended_at, 'infinity') AS until_at, edge.from_at < coalesce(s.ended_at, 'infinity') AS runs,
        s.trial_ends_at > edge.from_at OR (s.status = 'trialing' AND s.trial_ends_at IS NULL) AS is_trial,
        s.amount * s.quantity * ${MONTHLY.numerator} / (${MONTHLY.denominator}) * rate.rate AS price
      FROM app.subscription s LEFT JOIN rate ON rate.currency = s.currency AND rate.from_at <= edge.from_at AND edge.from_at < rate.until_at
      WHERE s.account_id = edge.account_id AND s.started_at <= edge.from_at
    ) AS sub
    ORDER BY sub.runs DESC, CASE WHEN sub.runs THEN sub.is_trial IS TRUE END, CASE WHEN sub.runs THEN sub.price END DESC NULLS LAST, sub.until_at DESC, sub.started_at DESC, sub.external_id
    LIMIT 1
  ) AS largest ON true
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
