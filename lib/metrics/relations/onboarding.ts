import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Relation } from "@/lib/metrics/relation";
import { ACCOUNT_COLUMNS, cutsSql, dimensionsAt } from "@/lib/metrics/relations/cuts";

const VALUE = "first_value";

/**
 * An account in the period in which it started: on its own `startedAt`, else with its first subscription. It reached value with the first milestone of
 * the kind first_value at or after that, and until then is followed to the instant of the reading. An account whose only such milestone lies before its
 * start is bad data: invalid, and in no figure. Eligible: at least `value_within_days` of 24 hours old; reached_within: of those, reached value by then.
 * Days are elapsed ones, with their fraction. Milestones at or after the instant of the reading have not happened. Source: metrics.md §13.
 */
export const onboarding: Relation = {
  id: "onboarding",
  thing: "account",
  measures: ["accounts", "reached", "invalid", "eligible", "reached_within"],
  dimensions: DIMENSIONS,
  rows: (request, parameters) => {
    const at = parameters.place(request.asOf, "timestamptz");
    const zone = parameters.place(request.scope.timeZone, "text");
    const window = `make_interval(hours => 24 * ${parameters.place(request.settings.value_within_days, "int")})`;
    return `
WITH cut AS MATERIALIZED (${cutsSql(request, parameters)}),
started AS (
  SELECT a.id AS account_id, coalesce(a.started_at, first.at) AS started_at
  FROM app.account a LEFT JOIN (SELECT account_id, min(started_at) AS at FROM app.subscription GROUP BY account_id) AS first ON first.account_id = a.id
),
valued AS (
  SELECT s.account_id, min(m.at) FILTER (WHERE m.at >= s.started_at) AS value_at
  FROM started s JOIN app.milestone m ON m.account_id = s.account_id AND m.kind = '${VALUE}' AND m.at < ${at}
  GROUP BY s.account_id
),
judged AS (
  SELECT s.*, v.value_at, v.account_id IS NOT NULL AND v.value_at IS NULL AS is_invalid, s.started_at + ${window} AS due_at
  FROM started s LEFT JOIN valued v ON v.account_id = s.account_id
)
SELECT j.account_id, NULL::text AS record, cut.of_start, cut.of_end, cut.start, cut.until, true AS is_first, true AS is_last,
  (j.started_at AT TIME ZONE ${zone})::date AS started_on, (j.value_at AT TIME ZONE ${zone})::date AS value_on, j.value_at IS NOT NULL AS has_value,
  extract(epoch FROM coalesce(j.value_at, ${at}) - j.started_at)::float8 / 86400 AS days,
  (NOT j.is_invalid)::int AS accounts, (j.value_at IS NOT NULL)::int AS reached, j.is_invalid::int AS invalid,
  (NOT j.is_invalid AND j.due_at <= ${at})::int AS eligible,
  (j.due_at <= ${at} AND (j.value_at <= j.due_at) IS TRUE)::int AS reached_within, ${ACCOUNT_COLUMNS}
FROM cut JOIN judged j ON j.started_at >= cut.start_at AND j.started_at < cut.end_at
${dimensionsAt("j", "cut.of_end_at", request)}`;
  },
  columns: [
    { id: "startedOn", label: "Started", unit: "date", sql: "r.started_on::text" },
    { id: "valueOn", label: "First value", unit: "date", sql: "r.value_on::text" },
    { id: "days", label: "Days followed", unit: "days", sql: "r.days" },
    { id: "segment", label: "Segment", unit: "text", sql: "r.segment" },
    { id: "plan", label: "Plan", unit: "text", sql: "r.plan" },
    { id: "owner", label: "Owner", unit: "text", sql: "r.owner" },
  ],
};

/** Names for the counts behind a number of onboarding. */
export const ONBOARDING_DETAILS = {
  accounts: "accounts",
  reached: "reached",
  invalid: "invalid",
  eligible: "eligible",
  immature: "accounts - eligible",
};
