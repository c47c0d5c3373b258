import { ACCOUNT_DIMENSIONS, type AccountsFilter } from "@/lib/accounts/choices";
import { FACTS } from "@/lib/accounts/facts";
import { overridesSql } from "@/lib/accounts/overrides";
import type { Scope } from "@/lib/platform/scope";

/** Every account that matches, with what it pays just before the instant, as a SELECT and its parameters; MRR and dimensions are those of the metrics at that instant. */
export function knownAccounts(
  { currency, timeZone }: Scope,
  { search, where, state, band, renews, owners }: AccountsFilter,
  asOf: Date,
  only?: string,
) {
  const params: unknown[] = [currency, timeZone, asOf];
  const terms: string[] = [];
  const place = (value: unknown, type: string) => `$${params.push(value)}::${type}`;
  if (search) {
    const part = place(search.toLowerCase(), "text");
    terms.push(
      `(strpos(lower(a.name), ${part}) > 0 OR strpos(lower(a.external_id), ${part}) > 0 OR strpos(lower(coalesce(a.domain, '')), ${part}) > 0)`,
    );
  }
  for (const dimension of ACCOUNT_DIMENSIONS) {
    const value = where?.[dimension];
    if (value !== undefined) terms.push(`d.${dimension} IS NOT DISTINCT FROM ${place(value, "text")}`);
  }
  if (renews)
    terms.push(
      `a.id IN (SELECT account_id FROM (${FACTS.renewal.value("true")}) AS r WHERE r.value <= ($3::timestamptz AT TIME ZONE $2::text)::date + ${place(renews, "int")})`,
    );
  if (owners) terms.push(`d.owner = ANY(${place(owners, "text[]")})`);
  if (band) terms.push(`a.id IN (SELECT account_id FROM (${banded("$3::timestamptz")}) AS b WHERE b.band = ${place(band, "text")})`);
  const one = only === undefined ? null : place(only, "uuid");
  if (one) terms.push(`a.id = ${one}`);
  const mine = one ? `AND m.account_id = ${one}` : "";
  const inner = `
    SELECT a.id, a.source, a.external_id, a.name, a.domain, a.industry, a.country, a.started_at, a.plan AS own_plan, d.segment, d.plan, d.owner, d.region, d.stage,
      p.mrr, coalesce(p.unpriced, false) AS unpriced, moved.moved_on, moved.since_on,
      CASE WHEN p.account_id IS NOT NULL THEN 'customer' WHEN moved.moved_on IS NOT NULL THEN 'churned' ELSE 'never' END AS state,
      a.seats AS own_seats
    FROM app.account a
    LEFT JOIN paid p ON p.account_id = a.id
    LEFT JOIN moved ON moved.account_id = a.id
    LEFT JOIN app.account_dimension d ON d.account_id = a.id AND d.from_at < $3::timestamptz AND $3::timestamptz <= d.until_at
    ${terms.length === 0 ? "" : `WHERE ${terms.join(" AND ")}`}`;
  const known = `
    WITH rate AS (
      SELECT $1::text AS currency, 1::numeric AS rate UNION ALL
      (SELECT DISTINCT ON (r.currency) r.currency::text, r.rate FROM app.exchange_rate r
       WHERE r.currency <> $1::text AND r.month::timestamp AT TIME ZONE $2::text <= $3::timestamptz ORDER BY r.currency, r.month DESC)),
    paid AS (
      SELECT m.account_id, CASE WHEN bool_or(rate.rate IS NULL) THEN NULL ELSE sum(m.balance * rate.rate) END AS mrr, bool_or(rate.rate IS NULL) AS unpriced
      FROM app.mrr_movement m LEFT JOIN rate ON rate.currency = m.currency::text
      WHERE m.at < $3::timestamptz AND $3::timestamptz <= m.until_at AND m.balance > 0 ${mine} GROUP BY m.account_id),
    moved AS (SELECT m.account_id, max(m.day) AS moved_on, min(m.day) AS since_on FROM app.mrr_movement m WHERE m.at < $3::timestamptz ${mine} GROUP BY m.account_id)
    SELECT * FROM (${inner}) AS known ${state ? `WHERE known.state = ${place(state, "text")}` : ""}`;
  return { params, known };
}

/** The band that counts of every account that is scored on the last day made. Put together by grouping, so that no estimate can go wrong. */
function banded(at: string): string {
  return `SELECT account_id, coalesce(max(band) FILTER (WHERE is_set), max(band)) AS band FROM (
    SELECT h.account_id, h.band, false AS is_set FROM app.health_day h WHERE h.day = (SELECT through FROM app.health_derivation)
    UNION ALL SELECT account_id, band, true FROM (${overridesSql(at)}) AS o) AS each GROUP BY 1 HAVING bool_or(NOT is_set)`;
}
