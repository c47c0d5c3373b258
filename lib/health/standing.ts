import { overridesSql } from "@/lib/accounts/overrides";
import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Day } from "@/lib/kernel/period";
import { ratesSql } from "@/lib/ledger/account-period";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Filter } from "@/lib/metrics/types";
import type { Scope } from "@/lib/platform/scope";

/** A day, the instant just before which everything is seen, and which accounts. */
export type StandingRequest = { readonly day: Day; readonly at: Date; readonly where: Filter };

/**
 * Every account that is scored on a day, as a SELECT: account_id, score, coverage, computed (the score's band), band (the one that counts: a person's,
 * while it holds), mrr in minor units and is_unpriced. MRR and overrides are those just before `at`; a filter holds for what the accounts are then.
 */
export function standingSql({ day, at, where }: StandingRequest, scope: Scope, parameters: Parameters): string {
  const instant = parameters.place(at, "timestamptz");
  // Put together by grouping and not by joining, so that no estimate can go wrong.
  return `
  WITH rate AS MATERIALIZED (${ratesSql(scope, parameters)})
  SELECT account_id, max(score) AS score, max(coverage) AS coverage, max(computed) AS computed, coalesce(max(override), max(computed)) AS band,
    sum(mrr) AS mrr, bool_or(is_unpriced) AS is_unpriced, max(override) IS NOT NULL AS is_overridden
  FROM (
    SELECT h.account_id, h.score, h.coverage, h.band AS computed, NULL::text AS override, 0::numeric AS mrr, false AS is_unpriced
    FROM app.health_day h WHERE h.day = ${parameters.place(day, "date")}${accountsOf({ at, where }, parameters)}
    UNION ALL SELECT account_id, NULL, NULL, NULL, band, 0, false FROM (${overridesSql(instant)}) AS o
    UNION ALL SELECT m.account_id, NULL, NULL, NULL, NULL, coalesce(m.balance * rate.rate, 0), rate.rate IS NULL
    FROM app.mrr_movement m LEFT JOIN rate ON rate.currency = m.currency::text AND rate.from_at <= ${instant} AND ${instant} < rate.until_at
    WHERE m.at < ${instant} AND ${instant} <= m.until_at AND m.balance > 0
  ) AS each GROUP BY 1 HAVING max(computed) IS NOT NULL`;
}

/** The accounts of a filter just before an instant, as a SELECT of account_id; null without one. */
export function filteredSql({ at, where }: Pick<StandingRequest, "at" | "where">, parameters: Parameters): string | null {
  const terms = DIMENSIONS.flatMap((dimension) => {
    const value = where[dimension];
    return value === undefined ? [] : [` AND d.${dimension} IS NOT DISTINCT FROM ${parameters.place(value, "text")}`];
  });
  if (terms.length === 0) return null;
  const instant = parameters.place(at, "timestamptz");
  return `SELECT d.account_id FROM app.account_dimension d WHERE d.from_at < ${instant} AND ${instant} <= d.until_at${terms.join("")}`;
}

/** A term that holds for the accounts of a filter just before an instant; empty without one. */
export function accountsOf(request: Pick<StandingRequest, "at" | "where">, parameters: Parameters): string {
  const filtered = filteredSql(request, parameters);
  return filtered === null ? "" : ` AND account_id IN (${filtered})`;
}
