import { DIMENSIONS } from "@/lib/kernel/dimension";
import { ratesSql } from "@/lib/ledger/account-period";
import type { Parameters } from "@/lib/ledger/parameters";
import type { Relation, RowsRequest } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, dimensionsAt } from "@/lib/metrics/relations/cuts";

const MEASURES = [
  "due",
  "renewed",
  "lost",
  "pending",
  "decided",
  "due_value",
  "decided_acv",
  "renewed_acv",
  "kept_acv",
  "unpriced_decided",
  "unpriced_due",
] as const;

/**
 * A contract in the period in which it was due. `upTo`: only contracts due by the instant of the reading (rates), or all (money due).
 *
 * Renewed: renewed on any day up to the due day plus the grace, however early. Lost: declined, or the grace is over. Pending: not yet decided,
 * inside the grace; in no rate. ACV = value × 12 ÷ term months, so that terms of different length compare; kept is the lesser of old and new.
 * Nothing recorded as happening after the instant of the reading is seen. Money is read at the rate of the due day. Source: metrics.md §7.
 */
function contractsSql({ cuts, asOf, scope, settings }: RowsRequest, parameters: Parameters, upTo: "reading" | "all"): string {
  const zone = parameters.place(scope.timeZone, "text");
  const days = (pick: (cut: RowsRequest["cuts"][number]) => string) => parameters.place(cuts.map(pick), "text[]");
  return `
WITH instant AS (
  SELECT ${parameters.place(asOf, "timestamptz")} AS at, (${parameters.place(asOf, "timestamptz")} AT TIME ZONE ${zone})::date AS day, ${parameters.place(settings.renewal_grace_days, "int")} AS grace
),
rate AS MATERIALIZED (${ratesSql(scope, parameters)}),
judged AS (
  SELECT c.*, cut.of_start, cut.of_end, cut.start, cut.until, instant.at,
    CASE
      WHEN c.renewed_on <= instant.day AND c.renewed_on <= c.due_on + instant.grace THEN 'renewed'
      WHEN c.declined_on <= instant.day OR instant.day > c.due_on + instant.grace THEN 'lost'
      ELSE 'pending'
    END AS outcome
  FROM unnest(${days((cut) => cut.start)}::date[], ${days((cut) => cut.end)}::date[], ${days((cut) => cut.of.start)}::date[], ${days((cut) => cut.of.end)}::date[]) AS cut(start, until, of_start, of_end)
  CROSS JOIN instant
  JOIN app.contract c ON c.due_on >= cut.start AND c.due_on < cut.until ${upTo === "reading" ? `AND c.due_on::timestamp AT TIME ZONE ${zone} < instant.at` : ""}
),
priced AS (
  SELECT j.*, rate.rate, j.value * 12 / j.term_months::numeric * rate.rate AS old_acv,
    CASE WHEN j.outcome = 'renewed' THEN coalesce(j.renewed_value, j.value) * 12 / coalesce(j.renewed_term_months, j.term_months)::numeric * rate.rate ELSE 0 END AS new_acv
  FROM judged j LEFT JOIN rate ON rate.currency = j.currency
    AND rate.from_at <= least(j.due_on::timestamp AT TIME ZONE ${zone}, j.at) AND least(j.due_on::timestamp AT TIME ZONE ${zone}, j.at) < rate.until_at
)
SELECT p.account_id, p.external_id AS record, p.of_start, p.of_end, p.start, p.until, true AS is_first, true AS is_last,
  p.outcome, p.due_on, p.term_months, p.currency,
  1 AS due, (p.outcome = 'renewed')::int AS renewed, (p.outcome = 'lost')::int AS lost, (p.outcome = 'pending')::int AS pending, (p.outcome <> 'pending')::int AS decided,
  coalesce(p.value * p.rate, 0) AS due_value,
  CASE WHEN p.outcome = 'pending' THEN 0 ELSE coalesce(p.old_acv, 0) END AS decided_acv,
  CASE WHEN p.outcome = 'pending' THEN 0 ELSE coalesce(p.new_acv, 0) END AS renewed_acv,
  CASE WHEN p.outcome = 'pending' THEN 0 ELSE coalesce(least(p.new_acv, p.old_acv), 0) END AS kept_acv,
  (p.rate IS NULL AND p.outcome <> 'pending')::int AS unpriced_decided, (p.rate IS NULL)::int AS unpriced_due,
  ${ACCOUNT_COLUMNS}
FROM priced p
${dimensionsAt("p", `least(p.of_end::timestamp AT TIME ZONE ${zone}, p.at)`)}`;
}

const columns: Relation["columns"] = [
  { id: "dueOn", label: "Due on", unit: "date", sql: "r.due_on::text" },
  { id: "outcome", label: "Outcome", unit: "text", sql: "r.outcome" },
  { id: "oldAcv", label: "Old, a year", unit: "money", sql: "CASE WHEN r.unpriced_due = 0 THEN r.decided_acv END::float8" },
  { id: "newAcv", label: "New, a year", unit: "money", sql: "CASE WHEN r.unpriced_due = 0 THEN r.renewed_acv END::float8" },
  { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
  { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
];

/** Contracts that came due by the instant of the reading: what renewal rates are made of. */
export const contractDue: Relation = {
  id: "contract-due",
  thing: "contract",
  measures: MEASURES,
  minor: ["due_value", "decided_acv", "renewed_acv", "kept_acv"],
  dimensions: DIMENSIONS,
  rows: (request, parameters) => contractsSql(request, parameters, "reading"),
  columns,
  missing: () => "ARRAY[r.currency::text]",
};

/** Every contract due in the period, decided or not, also where that lies ahead. */
export const contractAhead: Relation = {
  ...contractDue,
  id: "contract-ahead",
  rows: (request, parameters) => contractsSql(request, parameters, "all"),
};

/** Names for the counts behind a renewal number. */
export const RENEWAL_DETAILS = { renewed: "renewed", lost: "lost", pending: "pending", due: "due" };
