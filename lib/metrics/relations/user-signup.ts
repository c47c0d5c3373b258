import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, cutsSql, dimensionsAt } from "@/lib/metrics/relations/cuts";
import { PERSONS } from "@/lib/metrics/relations/product-users";

const MEASURES = ["new_users", "mature", "adopted", "immature", "invalid", "total_users", "new_of_total"] as const;

/**
 * A user with a record, in a period by whose end they had signed up. new_users: signed up in it. Of those, immature: their `adoption_window_days`
 * (of 24 hours, from the sign-up) are not over at the instant of the reading, whether or not they were activated already, since counting early
 * successes alone would flatter; invalid: activated before they signed up; mature: all others; adopted: of the mature, activated inside the window,
 * its last instant included. total_users: not deleted before the period's end; new_of_total: new ones among them. A user without a sign-up is in none.
 * Source: metrics.md §14.
 */
function signupSql(request: RowsRequest, parameters: Parameters): string {
  const zone = parameters.place(request.scope.timeZone, "text");
  const instant = parameters.place(request.asOf, "timestamptz");
  const window = `make_interval(hours => 24 * ${parameters.place(request.settings.adoption_window_days, "int")})`;
  return `
WITH cut AS MATERIALIZED (${cutsSql(request, parameters)}),
judged AS (
  SELECT p.*, signed_up_at + ${window} <= ${instant} AS is_over, coalesce(activated_at < signed_up_at, false) AS is_invalid,
    coalesce(activated_at <= signed_up_at + ${window}, false) AS is_adopted
  FROM (${PERSONS}) AS p
)
SELECT p.account_id, p.external_id AS record, cut.of_start, cut.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  (p.signed_up_at AT TIME ZONE ${zone})::date AS signed_up_on, (p.activated_at AT TIME ZONE ${zone})::date AS activated_on, fresh.is_new::int AS new_users,
  (fresh.is_new AND p.is_over AND NOT p.is_invalid)::int AS mature, (fresh.is_new AND p.is_over AND p.is_adopted AND NOT p.is_invalid)::int AS adopted,
  (fresh.is_new AND NOT p.is_over)::int AS immature, (fresh.is_new AND p.is_over AND p.is_invalid)::int AS invalid,
  fresh.is_there::int AS total_users, (fresh.is_new AND fresh.is_there)::int AS new_of_total, ${ACCOUNT_COLUMNS}
FROM cut JOIN judged p ON p.signed_up_at < cut.end_at
CROSS JOIN LATERAL (SELECT p.signed_up_at >= cut.start_at AS is_new, p.deleted_at IS NULL OR p.deleted_at >= cut.end_at AS is_there) AS fresh
${dimensionsAt("p", "cut.of_end_at", request)}
WHERE fresh.is_new OR fresh.is_there`;
}

/** Who signed up: what product adoption and the share of newcomers are made of. */
export const userSignup: Relation = {
  id: "user-signup",
  thing: "user",
  measures: MEASURES,
  dimensions: DIMENSIONS,
  rows: signupSql,
  columns: [
    { id: "signedUpOn", label: "Signed up", unit: "date", sql: "r.signed_up_on::text" },
    { id: "activatedOn", label: "Activated", unit: "date", sql: "r.activated_on::text" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
};

/** Names for the counts behind a number of newcomers. */
export const SIGNUP_DETAILS = {
  newUsers: "new_users",
  adopted: "adopted",
  immature: "immature",
  invalid: "invalid",
  totalUsers: "total_users",
};
