import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";

/** An account whose days are to be made again from a day on, all of them where null. `marks` counts how often it was marked. */
export type Mark = { readonly account_id: string; readonly marks: string; readonly from_day: Day | null };

// Tables of marks are filled and emptied all day, so what the planner knows of them is wrong: taken for a few, tens of thousands were looked up one in the other.
const NO_LOOPS = "SET LOCAL enable_nestloop = off";
const LOOPS = "SET LOCAL enable_nestloop = on";

/**
 * The accounts whose records changed and whose ledger has followed since. Days made of a ledger that is behind would be wrong, and nobody would know: those
 * accounts keep their mark until a refresh has been there.
 */
export async function readMarks(sql: Sql, timeZone: string): Promise<Mark[]> {
  await sql(NO_LOOPS);
  const marks = await sql<Mark>(
    `SELECT d.account_id::text, d.marks::text, CASE WHEN d.from_at > '-infinity' THEN (d.from_at AT TIME ZONE $1)::date::text END AS from_day
     FROM app.dirty_health d
     WHERE (SELECT mark = derived_mark FROM app.derivation)
       AND NOT EXISTS (SELECT FROM app.dirty_account a WHERE a.account_id = d.account_id) AND NOT EXISTS (SELECT FROM app.dirty_usage u WHERE u.account_id = d.account_id)
     ORDER BY 1`,
    [timeZone],
  );
  await sql(LOOPS);
  return marks;
}

/** Takes marks away, but those of accounts that were marked again meanwhile, or are being marked. */
export async function settle(sql: Sql, marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return;
  await sql(NO_LOOPS);
  await sql(
    `DELETE FROM app.dirty_health d USING (
       SELECT d.account_id FROM app.dirty_health d JOIN unnest($1::uuid[], $2::bigint[]) AS seen(id, marks) ON d.account_id = seen.id AND d.marks = seen.marks
       FOR UPDATE OF d SKIP LOCKED) AS settled
     WHERE d.account_id = settled.account_id`,
    [marks.map(({ account_id }) => account_id), marks.map((mark) => mark.marks)],
  );
  await sql(LOOPS);
}

/** The first day that any of them speaks of; null where one speaks of all. */
export function firstMarked(marks: readonly Mark[]): Day | null {
  const days = marks.map(({ from_day }) => from_day);
  return days.includes(null) ? null : (days.filter((day) => day !== null).sort()[0] ?? null);
}
