import type { Period } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";

/** A period and the instants at which it begins and ends in the workspace's zone. */
export type Placed = { readonly period: Period; readonly startAt: Date; readonly endAt: Date };

export function periodKey({ start, end }: Period): string {
  return `${start}..${end}`;
}

/** Places periods on the clock. PostgreSQL does it here as everywhere, so that no two parts disagree on a day without a midnight. */
export async function placePeriods(sql: Sql, periods: readonly Period[], timeZone: string): Promise<Map<string, Placed>> {
  const rows = await sql<{ start: string; end: string; start_at: Date; end_at: Date }>(
    `SELECT p.start::text, p.until::text AS end, p.start::timestamp AT TIME ZONE $3 AS start_at, p.until::timestamp AT TIME ZONE $3 AS end_at
     FROM unnest($1::text[]::date[], $2::text[]::date[]) AS p(start, until)`,
    [periods.map(({ start }) => start), periods.map(({ end }) => end), timeZone],
  );
  return new Map(
    rows.map((row) => [periodKey(row), { period: { start: row.start, end: row.end }, startAt: row.start_at, endAt: row.end_at }]),
  );
}
