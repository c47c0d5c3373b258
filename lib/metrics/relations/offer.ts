import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, cutsSql, dimensionsAt } from "@/lib/metrics/relations/cuts";

/**
 * An offer in the period in which it was presented.
 *
 * It is judged once its window, `offer_window_days` of 24 hours, is over: accepted by its end (that instant included), declined by then without an acceptance,
 * or lapsed. Until then it is open, whatever was said: quick acceptances alone would flatter. Invalid: accepted before it
 * was presented; in no rate. Nothing that happened at or after the instant of the reading is seen.
 *
 * Customers are distinct: one row of each account stands for it, an accepted one where there is one, and `…_of_kind` the same within one kind.
 * Source: metrics.md §18.
 */
function offersSql(request: RowsRequest, parameters: Parameters): string {
  const { asOf, scope, settings } = request;
  const instant = parameters.place(asOf, "timestamptz");
  const zone = parameters.place(scope.timeZone, "text");
  return `
WITH cut AS MATERIALIZED (${cutsSql(request, parameters)}),
presented AS (
  SELECT o.*, cut.of_start, cut.of_end, cut.start, cut.until, cut.of_end_at,
    o.presented_at + make_interval(hours => 24 * ${parameters.place(settings.offer_window_days, "int")}) AS closes_at
  FROM cut JOIN app.offer o ON o.presented_at >= cut.start_at AND o.presented_at < cut.end_at
),
judged AS (
  SELECT p.*,
    CASE
      WHEN p.accepted_at < p.presented_at THEN 'invalid'
      WHEN p.closes_at > ${instant} THEN 'open'
      WHEN p.accepted_at <= p.closes_at THEN 'accepted'
      WHEN p.declined_at <= p.closes_at THEN 'declined'
      ELSE 'lapsed'
    END AS outcome
  FROM presented p
),
counted AS (
  SELECT j.*, (j.outcome IN ('accepted', 'declined', 'lapsed'))::int AS offered, (j.outcome = 'accepted')::int AS accepted FROM judged j
),
ranked AS (
  SELECT c.*,
    (c.offered = 1 AND row_number() OVER (PARTITION BY c.of_start, c.of_end, c.account_id, c.offered ORDER BY ${STANDING}) = 1)::int AS customers_offered,
    (c.offered = 1 AND row_number() OVER (PARTITION BY c.of_start, c.of_end, c.account_id, c.kind, c.offered ORDER BY ${STANDING}) = 1)::int AS customers_of_kind
  FROM counted c
)
SELECT r.account_id, r.external_id AS record, r.of_start, r.of_end, r.start, r.until, true AS is_first, true AS is_last,
  r.kind, r.outcome, (r.presented_at AT TIME ZONE ${zone})::date::text AS presented_on,
  CASE WHEN r.outcome = 'accepted' THEN (r.accepted_at AT TIME ZONE ${zone})::date::text END AS accepted_on,
  r.offered, r.accepted, (r.outcome = 'open')::int AS immature, (r.outcome = 'invalid')::int AS invalid,
  r.customers_offered, r.customers_offered * r.accepted AS customers_accepted,
  r.customers_of_kind, r.customers_of_kind * r.accepted AS accepted_of_kind,
  (r.kind = 'upsell')::int AS upsells, (r.kind = 'cross_sell')::int AS cross_sells,
  ${ACCOUNT_COLUMNS}
FROM ranked r
${dimensionsAt("r", "r.of_end_at", request)}`;
}

/** Which of an account's offers stands for it. */
const STANDING = `c.accepted DESC, c.presented_at, c.external_id COLLATE "C", c.source COLLATE "C"`;

/** Offers by the period in which they were presented. */
export const offer: Relation = {
  id: "offer",
  thing: "offer",
  measures: [
    "offered",
    "accepted",
    "immature",
    "invalid",
    "customers_offered",
    "customers_accepted",
    "customers_of_kind",
    "accepted_of_kind",
    "upsells",
    "cross_sells",
  ],
  dimensions: [...DIMENSIONS, "kind"],
  rows: offersSql,
  columns: [
    { id: "kind", label: "Kind", unit: "text", sql: "r.kind" },
    { id: "presentedOn", label: "Presented", unit: "date", sql: "r.presented_on" },
    { id: "outcome", label: "Outcome", unit: "text", sql: "r.outcome" },
    { id: "acceptedOn", label: "Accepted", unit: "date", sql: "r.accepted_on" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
};

/** The same, where an account is counted once. */
export const offeredAccount: Relation = { ...offer, id: "offered-account", thing: "account", dimensions: DIMENSIONS };

// A sum over offers of one kind alone counts customers within it.
const isOfOneKind = "upsells = 0 OR cross_sells = 0";

/** Names for the counts behind a number of offers. */
export const OFFER_DETAILS = {
  offered: "offered",
  accepted: "accepted",
  customersOffered: `CASE WHEN ${isOfOneKind} THEN customers_of_kind ELSE customers_offered END`,
  customersAccepted: `CASE WHEN ${isOfOneKind} THEN accepted_of_kind ELSE customers_accepted END`,
  immature: "immature",
  invalid: "invalid",
};
