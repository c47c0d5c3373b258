import { DIMENSIONS } from "@/lib/kernel/dimension";
import type { Parameters } from "@/lib/ledger/parameters";
import type { RowsRequest } from "@/lib/metrics/relation";

/**
 * The stretches of a request that have begun, as a SELECT: start, until, of_start, of_end (days), start_at and end_at (instants, the end no later than
 * that of the reading), of_end_at, and is_over (it had ended by then).
 */
export function cutsSql({ cuts, asOf, scope }: Pick<RowsRequest, "cuts" | "asOf" | "scope">, parameters: Parameters): string {
  const zone = parameters.place(scope.timeZone, "text");
  const instant = parameters.place(asOf, "timestamptz");
  const days = (pick: (cut: RowsRequest["cuts"][number]) => string) => parameters.place(cuts.map(pick), "text[]");
  return `
  SELECT given.*, start::timestamp AT TIME ZONE ${zone} AS start_at, least(until::timestamp AT TIME ZONE ${zone}, ${instant}) AS end_at,
    least(of_end::timestamp AT TIME ZONE ${zone}, ${instant}) AS of_end_at, until::timestamp AT TIME ZONE ${zone} <= ${instant} AS is_over
  FROM unnest(${days((cut) => cut.start)}::date[], ${days((cut) => cut.end)}::date[], ${days((cut) => cut.of.start)}::date[], ${days((cut) => cut.of.end)}::date[])
    AS given(start, until, of_start, of_end)
  WHERE start::timestamp AT TIME ZONE ${zone} < ${instant}`;
}

/**
 * Joins what the account of row `row` was just before the instant `at`, as d; its columns are `d.segment`, …, all of them `ACCOUNT_COLUMNS`. They are
 * null where the request does not tell rows apart by them.
 */
export function dimensionsAt(row: string, at: string, { isDivided = true }: Pick<RowsRequest, "isDivided"> = {}): string {
  if (!isDivided) return "LEFT JOIN app.account_dimension d ON false";
  return `LEFT JOIN app.account_dimension d ON d.account_id = ${row}.account_id AND d.from_at < ${at} AND ${at} <= d.until_at`;
}

export const ACCOUNT_COLUMNS = DIMENSIONS.map((dimension) => `d.${dimension}`).join(", ");
