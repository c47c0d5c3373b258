import type { Day } from "@/lib/kernel/period";
import { Parameters } from "@/lib/ledger/parameters";
import { type ActivityRequest, activitySql } from "@/lib/metrics/activity";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** Whose return is asked for: of everyone active in a bucket (PostHog's recurring), or of those whose first use ever is in it. */
export const STARTS = ["every", "first"] as const;

/** What a return is: use in exactly the k-th bucket after, or in it or any later one (Amplitude's "on" and "on or after"). */
export const RETURNS = ["on", "on-or-after"] as const;

export type ReturnsRequest = ActivityRequest & { readonly from: (typeof STARTS)[number]; readonly back: (typeof RETURNS)[number] };

/** Who was there in a bucket, and how many of them in each bucket from it on (cell 0 is all of them); null where a bucket has not begun. `partial` cells are in a bucket that is not over. */
export type ReturnRow = { start: Day; end: Day; size: number; cells: (number | null)[]; partial: boolean[] };

type Cell = { start: Day; end: Day; begun: boolean; over: boolean; count: number };

/**
 * Who comes back, of accounts or of persons: a row for each bucket and a cell for each bucket from it on. Counts of distinct entities, of which cell ÷
 * size is the share that returned; 0 where nobody did. With "on or after" a cell never grows along its row; "later" reaches to the last bucket asked for.
 * Source: metrics.md §20; PostHog, retention (recurring); Amplitude, retention analysis; vector ACT-01.
 */
export async function readReturns(sql: Sql, scope: Scope, { from, back, ...request }: ReturnsRequest): Promise<ReturnRow[]> {
  const parameters = new Parameters();
  const starters =
    from === "every"
      ? "SELECT n, entity FROM active"
      : "SELECT b.n, f.entity FROM first f JOIN bucket b ON f.at >= b.start_at AND f.at < b.end_at";
  const seen = back === "on" ? "a.n" : "generate_series(s.n, a.n)";
  const cells = await sql<Cell>(
    `WITH ${activitySql(scope, request, parameters)},
     starter AS (${starters}),
     back AS (SELECT DISTINCT s.n AS row, ${seen} AS n, s.entity FROM starter s JOIN ${
       back === "on" ? "active" : "(SELECT max(n) AS n, entity FROM active GROUP BY entity)"
     } AS a ON a.entity = s.entity AND a.n >= s.n),
     cell AS (SELECT row, n, count(*)::int AS count FROM back GROUP BY row, n)
     SELECT r.start::text AS start, r.until::text AS end, b.start_at < ${parameters.place(request.asOf, "timestamptz")} AS begun, b.is_over AS over, coalesce(cell.count, 0) AS count
     FROM bucket r JOIN bucket b ON b.n >= r.n LEFT JOIN cell ON cell.row = r.n AND cell.n = b.n ORDER BY r.n, b.n`,
    parameters.values,
  );
  const rows = new Map<Day, ReturnRow>();
  for (const { start, end, begun, over, count } of cells) {
    const row = rows.get(start) ?? { start, end, size: count, cells: [], partial: [] };
    rows.set(start, row);
    row.cells.push(begun ? count : null);
    row.partial.push(begun && !over);
  }
  return [...rows.values()];
}
