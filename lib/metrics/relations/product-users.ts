/**
 * Users' records as persons, as a SELECT: an external id within an account, whichever sources tell of it. signed_up_at and activated_at are the first
 * told, deleted_at the last where every source tells one, entitlements (features) all that are told; null where a source gives them all.
 */
export const PERSONS = `
SELECT account_id, external_id, min(signed_up_at) AS signed_up_at, min(activated_at) AS activated_at,
  CASE WHEN bool_and(deleted_at IS NOT NULL) THEN max(deleted_at) END AS deleted_at,
  CASE WHEN bool_and(entitlements IS NOT NULL) THEN string_to_array(string_agg(entitlements, ';'), ';') END AS entitlements
FROM app.product_user GROUP BY account_id, external_id`;
