import { definitionOf } from "@/lib/metrics/kept/groups";
import type { Sums, SumsRequest, SumsRow } from "@/lib/metrics/sums";
import type { Sql } from "@/lib/platform/db";

type Row = { start: string; end: string; found: Record<string, Sums> };

/**
 * The sums that are kept of periods asked for, and hold at the instant of the reading: nothing divides them, they were read by this definition, no record of
 * the relation's kinds in the period or before it changed since, and time alone has not changed them.
 */
export async function readKept(sql: Sql, request: SumsRequest): Promise<SumsRow[]> {
  const { metrics, periods, by, where, asOf } = request;
  const { relation, cut } = metrics[0] ?? {};
  if (relation?.kept === undefined || cut !== "whole" || by !== null || Object.keys(where).length > 0) return [];
  const rows = await sql<Row>(
    `SELECT k.period_start::text AS start, k.period_end::text AS end, k.found FROM app.kept_sums k
     WHERE k.relation = $1 AND (k.period_start, k.period_end) IN (SELECT * FROM unnest($2::text[]::date[], $3::text[]::date[]))
       AND k.definition = $4 AND k.as_of <= $5::timestamptz AND (k.until >= $5::timestamptz) IS NOT FALSE
       AND NOT EXISTS (SELECT FROM app.dirty_day y WHERE y.kind = ANY($6::text[]) AND y.day < k.end_at)`,
    [relation.id, periods.map(({ start }) => start), periods.map(({ end }) => end), definitionOf(request), asOf, [...relation.kept.of]],
  );
  return rows.map(({ start, end, found }) => ({ period: { start, end }, value: null, sums: new Map(Object.entries(found)) }));
}

/** Sums wait to be read again: records they were made of changed, or time has. */
export async function areSumsBehind(sql: Sql, asOf: Date): Promise<boolean> {
  const [row] = await sql<{ behind: boolean }>(
    "SELECT EXISTS (SELECT FROM app.dirty_day) OR EXISTS (SELECT FROM app.kept_sums WHERE until < $1::timestamptz) AS behind",
    [asOf],
  );
  return row?.behind ?? false;
}
