import { MONTHLY } from "@/lib/ledger/movements";
import type { Parameters } from "@/lib/ledger/parameters";

/**
 * What some accounts counted as over time, as a SELECT that yields the columns of `account_dimension`: spells (from_at, until_at], so that
 * the spell that holds an instant tells the state just before it, like the ledger.
 *
 * Dimensions come from the account's versions (the first reaches back for ever). Where the account names no plan, it has that of its largest
 * subscription: the dearest a month among those running, else the one that ended last. `interval` is always the largest subscription's.
 */
export function dimensionsSql(accounts: readonly string[] | null, parameters: Parameters): string {
  const some = accounts === null ? "true" : `account_id = ANY(${parameters.place(accounts, "uuid[]")})`;
  return `
WITH version AS (
  SELECT account_id, from_at, lead(from_at, 1, 'infinity'::timestamptz) OVER (PARTITION BY account_id ORDER BY from_at) AS until_at,
    segment, plan, region, owner_email AS owner, stage, country, industry
  FROM app.account_version WHERE ${some}
),
ended AS (
  SELECT account_id, started_at, coalesce(ended_at, CASE WHEN status = 'canceled' THEN canceled_at END) AS until_at FROM app.subscription WHERE ${some}
),
edge AS (
  SELECT account_id, from_at FROM version
  UNION SELECT account_id, started_at FROM ended
  UNION SELECT account_id, until_at FROM ended WHERE until_at IS NOT NULL
),
state AS (
  SELECT edge.account_id, edge.from_at, v.segment, coalesce(v.plan, largest.plan) AS plan, v.region, v.owner, v.stage, v.country, v.industry, largest.interval
  FROM edge
  JOIN version v ON v.account_id = edge.account_id AND v.from_at <= edge.from_at AND edge.from_at < v.until_at
  LEFT JOIN LATERAL (
    SELECT sub.plan, sub.interval FROM (
      SELECT plan, interval, external_id, started_at, coalesce(ended_at, CASE WHEN status = 'canceled' THEN canceled_at END, 'infinity') AS until_at,
        amount * quantity * ${MONTHLY.numerator} / (${MONTHLY.denominator}) AS price
      FROM app.subscription s WHERE s.account_id = edge.account_id AND s.started_at <= edge.from_at
    ) AS sub
    ORDER BY (edge.from_at < sub.until_at) DESC, CASE WHEN edge.from_at < sub.until_at THEN sub.price END DESC, sub.until_at DESC, sub.started_at DESC, sub.external_id
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
