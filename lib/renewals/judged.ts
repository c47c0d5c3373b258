import { overridesSql } from "@/lib/accounts/overrides";

/** The rate of every currency at the instant $3 in the workspace's own ($1); months are its local ones ($2). */
export const RATE_SQL = `
  SELECT $1::text AS currency, 1::numeric AS rate UNION ALL
  (SELECT DISTINCT ON (r.currency) r.currency::text, r.rate FROM app.exchange_rate r
   WHERE r.currency <> $1::text AND r.month::timestamp AT TIME ZONE $2::text <= $3::timestamptz ORDER BY r.currency, r.month DESC)`;

/** The local day of the instant $3. */
export const TODAY = "($3::timestamptz AT TIME ZONE $2::text)::date";

/** A contract `c` that is neither renewed nor declined, and not overdue for so long that nobody still works on it. */
export const IS_OPEN = `c.renewed_on IS NULL AND c.declined_on IS NULL AND c.due_on >= ${TODAY} - 365`;

/**
 * Laterals that tell of the account or contract `of` names, each found by its index, so that no estimate can go wrong: health on the last day that is
 * made (score, band as computed), the band somebody set that holds now, and the latest call.
 */
export const HEALTH_OF = (account: string) => `
  LEFT JOIN LATERAL (SELECT h.score, h.band, h.coverage FROM app.health_day h WHERE h.account_id = ${account} AND h.day = (SELECT through FROM app.health_derivation)) AS health ON true
  LEFT JOIN LATERAL (SELECT band FROM (${overridesSql("$3::timestamptz", `o.account_id = ${account}`)}) AS o) AS override ON true`;

export const CALL_OF = (contract: string) => `
  LEFT JOIN LATERAL (SELECT k.call, k.amount, k.note, k.author, k.at, k.band, k.score FROM app.renewal_call k WHERE k.contract_id = ${contract}
    ORDER BY k.at DESC, k.id DESC LIMIT 1) AS said ON true`;

export const MRR_OF = (account: string) => `
  LEFT JOIN LATERAL (SELECT CASE WHEN bool_or(rate.rate IS NULL) THEN NULL ELSE sum(m.balance * rate.rate) END AS mrr, bool_or(rate.rate IS NULL) AS unpriced, true AS is_paying
    FROM app.mrr_movement m LEFT JOIN rate ON rate.currency = m.currency::text
    WHERE m.account_id = ${account} AND m.at < $3::timestamptz AND $3::timestamptz <= m.until_at AND m.balance > 0 HAVING count(*) > 0) AS paid ON true`;

/** The call and the score say the opposite; the score as it was computed, whatever band somebody set. */
export const DISAGREES =
  "coalesce((said.call IN ('renew', 'grow') AND health.band = 'red') OR (said.call IN ('shrink', 'lose') AND health.band = 'green'), false)";
