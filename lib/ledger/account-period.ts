import type { Period } from "@/lib/kernel/period";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Scope } from "@/lib/platform/scope";

/** A stretch of time to compare the two ends of. Several cuts may belong to one period: a sum over a quarter has one for each month. */
export type Cut = Period & { readonly of: Period };

export type Cuts = {
  readonly cuts: readonly Cut[];
  /** Ends that lie later are moved here: nothing after it is seen. */
  readonly asOf: Date;
  readonly scope: Pick<Scope, "currency" | "timeZone">;
  /** Only these accounts; all where null. */
  readonly accounts: readonly string[] | null;
};

/** The measures of a row that add up over accounts and cuts. Money is in minor units of the workspace's currency. */
export const ACCOUNT_PERIOD_MEASURES = [
  "rows",
  "opening",
  "closing",
  "closing_value",
  "new",
  "expansion",
  "contraction",
  "churned",
  "reactivated",
  "fx_impact",
  "opening_customers",
  "closing_customers",
  "present_customers",
  "new_customers",
  "lost_customers",
  "reactivated_customers",
  "expanded_customers",
  "contracted_customers",
  "moved_customers",
  "intra_period_customers",
  "unpriced_new",
  "unpriced_reactivated",
  "unpriced_churned",
  "unpriced_changed",
  "unpriced_closing",
] as const;

/**
 * One row for every account and cut that has begun, with MRR at either end or in between, as a SELECT.
 *
 * A = MRR just before the cut's start, B = just before its end, both at the exchange rates of its start; the class follows from A and B after
 * rounding to 6 decimals of the minor unit (metrics.md §2): new or reactivation (A = 0 < B; reactivation if it ever had MRR before the start),
 * churn (A > 0 = B), expansion (B > A > 0), contraction (0 < B < A). Left and came back in between is expansion, contraction or nothing; joined
 * and left in between is `intra_period_customers`. `closing_value` is B at the rates of the end, and `fx_impact` what the rates alone did, so that
 * opening + new + expansion + reactivated − contraction − churned + fx_impact = closing_value, for every row.
 *
 * `unpriced_…` count rows that hold a currency without a rate yet: at the opening, by what became of them (new, reactivated, churned, or changed:
 * there at both ends), and at the closing. Their money is left out, and a figure that would need it must not be shown; `missing_…` name the
 * currencies.
 * Dimensions are what they were just before the end of the period the cut belongs to.
 */
export function accountPeriodSql({ cuts, asOf, scope, accounts }: Cuts, parameters: Parameters): string {
  const zone = parameters.place(scope.timeZone, "text");
  const instant = parameters.place(asOf, "timestamptz");
  const days = (pick: (cut: Cut) => string) => parameters.place(cuts.map(pick), "text[]");
  const some = accounts === null ? "" : `AND m.account_id = ANY(${parameters.place(accounts, "uuid[]")})`;
  return `
WITH begun AS (
  SELECT given.*, start::timestamp AT TIME ZONE ${zone} AS start_at, least(until::timestamp AT TIME ZONE ${zone}, ${instant}) AS end_at,
    least(of_end::timestamp AT TIME ZONE ${zone}, ${instant}) AS of_end_at
  FROM unnest(${days((cut) => cut.start)}::date[], ${days((cut) => cut.end)}::date[], ${days((cut) => cut.of.start)}::date[], ${days((cut) => cut.of.end)}::date[])
    WITH ORDINALITY AS given(start, until, of_start, of_end, n)
  WHERE start::timestamp AT TIME ZONE ${zone} < ${instant}
),
cut AS MATERIALIZED (
  SELECT begun.*, start = of_start AS is_first, start = max(start) OVER (PARTITION BY of_start, of_end) AS is_last FROM begun
),
rate AS MATERIALIZED (${ratesSql(scope, parameters)}),
held AS (
  SELECT m.account_id, m.currency, m.balance, edge.t
  FROM (SELECT array_agg(DISTINCT t ORDER BY t) AS edges FROM cut CROSS JOIN LATERAL (VALUES (start_at), (end_at)) AS side(t)) AS given
  CROSS JOIN app.mrr_movement m
  CROSS JOIN LATERAL generate_series(width_bucket(m.at, edges) + 1, width_bucket(m.until_at, edges)) AS place -- of the edges after at, up to until_at
  CROSS JOIN LATERAL (SELECT edges[place] AS t) AS edge
  WHERE m.balance > 0 ${some} AND width_bucket(m.at, edges) < width_bucket(m.until_at, edges)
),
side AS (
  SELECT cut.n, held.account_id, held.currency, held.balance * opening.rate AS opening, NULL::numeric AS closing, NULL::numeric AS value,
    true AS is_opening, false AS is_closing, opening.rate IS NULL AS unpriced_opening, false AS unpriced_closing
  FROM cut JOIN held ON held.t = cut.start_at
  LEFT JOIN rate AS opening ON opening.currency = held.currency AND opening.from_at <= cut.start_at AND cut.start_at < opening.until_at
  UNION ALL
  SELECT cut.n, held.account_id, held.currency, NULL, held.balance * opening.rate, held.balance * closing.rate, false, true, opening.rate IS NULL, closing.rate IS NULL
  FROM cut JOIN held ON held.t = cut.end_at
  LEFT JOIN rate AS opening ON opening.currency = held.currency AND opening.from_at <= cut.start_at AND cut.start_at < opening.until_at
  LEFT JOIN rate AS closing ON closing.currency = held.currency AND closing.from_at <= cut.end_at AND cut.end_at < closing.until_at
  UNION ALL
  SELECT cut.n, m.account_id, NULL, NULL, NULL, NULL, false, false, false, false
  FROM cut JOIN app.mrr_movement m ON m.at >= cut.start_at AND m.at < cut.end_at AND m.balance > 0 AND m.delta = m.balance ${some} -- rose from nothing
),
ends AS (
  SELECT n, account_id, round(coalesce(sum(opening), 0), 6) AS a, round(coalesce(sum(closing), 0), 6) AS b,
    coalesce(sum(opening), 0) AS opening, coalesce(sum(closing), 0) AS closing, coalesce(sum(value), 0) AS value,
    bool_or(is_opening) AS had, bool_or(is_closing) AS has,
    bool_or(unpriced_opening) AS unpriced_opening, bool_or(unpriced_closing) AS unpriced_closing,
    array_agg(currency::text) FILTER (WHERE unpriced_opening) AS missing_opening, array_agg(currency::text) FILTER (WHERE unpriced_closing) AS missing_closing
  FROM side GROUP BY n, account_id
),
classed AS (
  SELECT ends.*, cut.of_start, cut.of_end, cut.of_end_at, cut.start, cut.until, cut.is_first, cut.is_last,
    CASE
      WHEN NOT had AND has THEN CASE WHEN EXISTS (SELECT FROM app.mrr_movement m WHERE m.account_id = ends.account_id AND m.at < cut.start_at) THEN 'reactivation' ELSE 'new' END
      WHEN had AND NOT has THEN 'churn'
      WHEN unpriced_opening THEN NULL
      WHEN had AND has AND b > a THEN 'expansion'
      WHEN had AND has AND b < a THEN 'contraction'
    END AS class
  FROM ends JOIN cut USING (n)
  OFFSET 0 -- the class is found once
)
SELECT c.account_id, c.of_start, c.of_end, c.start, c.until, c.is_first, c.is_last, c.class, ${eachOnce("c.missing_opening")} AS missing_opening,
  ${eachOnce("c.missing_closing")} AS missing_closing,
  1 AS rows, c.opening, c.closing, c.value AS closing_value,
  CASE WHEN c.class = 'new' THEN c.closing ELSE 0 END AS new,
  CASE WHEN c.class = 'expansion' THEN c.closing - c.opening ELSE 0 END AS expansion,
  CASE WHEN c.class = 'contraction' THEN c.opening - c.closing ELSE 0 END AS contraction,
  CASE WHEN c.class = 'churn' THEN c.opening ELSE 0 END AS churned,
  CASE WHEN c.class = 'reactivation' THEN c.closing ELSE 0 END AS reactivated,
  c.value - CASE WHEN c.class IS NULL THEN c.opening ELSE c.closing END AS fx_impact,
  c.had::int AS opening_customers, c.has::int AS closing_customers, (c.had OR c.has)::int AS present_customers,
  (c.class IS NOT DISTINCT FROM 'new')::int AS new_customers, (c.class IS NOT DISTINCT FROM 'churn')::int AS lost_customers,
  (c.class IS NOT DISTINCT FROM 'reactivation')::int AS reactivated_customers, (c.class IS NOT DISTINCT FROM 'expansion')::int AS expanded_customers,
  (c.class IS NOT DISTINCT FROM 'contraction')::int AS contracted_customers, (c.class IS NOT NULL)::int AS moved_customers,
  (NOT c.had AND NOT c.has)::int AS intra_period_customers,
  (c.unpriced_opening AND c.class IS NOT DISTINCT FROM 'new')::int AS unpriced_new,
  (c.unpriced_opening AND c.class IS NOT DISTINCT FROM 'reactivation')::int AS unpriced_reactivated,
  (c.unpriced_opening AND c.class IS NOT DISTINCT FROM 'churn')::int AS unpriced_churned,
  (c.unpriced_opening AND c.had AND c.has)::int AS unpriced_changed, c.unpriced_closing::int AS unpriced_closing,
  d.segment, d.plan, d.region, d.owner, d.stage, d.country, d.industry, d.interval
FROM classed c
LEFT JOIN app.account_dimension d ON d.account_id = c.account_id AND d.from_at < c.of_end_at AND c.of_end_at <= d.until_at`;
}

// Sorted out only where there are any: to do so within the sums would cost every row.
function eachOnce(names: string): string {
  return `CASE WHEN ${names} IS NOT NULL THEN (SELECT array_agg(DISTINCT name) FROM unnest(${names}) AS name) END`;
}

/** The exchange rates as spells [from_at, until_at): a month's rate holds from its first local instant until a newer one; the workspace's own currency is always 1. */
export function ratesSql({ currency, timeZone }: Pick<Scope, "currency" | "timeZone">, parameters: Parameters): string {
  const own = parameters.place(currency, "text");
  const zone = parameters.place(timeZone, "text");
  return `
  SELECT currency, from_at, lead(from_at, 1, 'infinity'::timestamptz) OVER (PARTITION BY currency ORDER BY from_at) AS until_at, rate
  FROM (SELECT currency::text, month::timestamp AT TIME ZONE ${zone} AS from_at, rate FROM app.exchange_rate WHERE currency <> ${own}) AS month
  UNION ALL SELECT ${own}, '-infinity', 'infinity', 1`;
}
