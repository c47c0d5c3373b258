import { readSpells, spellOn } from "@/lib/health/back-test/spells";
import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** The days in which a feature is taken up, counted from the first on which an account pays. */
export const FIRST_DAYS = 90;

/** How long after them an account is followed: the longest for which eighty accounts can be. Chosen by their number alone, never by what came of them. */
const HORIZONS = [360, 180, 90] as const;
const ENOUGH = 80;

/** An account that still paid after its first 90 days: what it used in them, what it was at their end, and whether it paid at the end of its follow-up. */
export type Beginner = {
  readonly accountId: string;
  readonly startedOn: Day;
  readonly plan: string | null;
  readonly mrr: number | null;
  readonly features: readonly string[];
  readonly kept: boolean;
};

export type Beginners = {
  /** How many days after the first 90 retention is read. */
  readonly followedDays: number;
  readonly accounts: readonly Beginner[];
  /** Left within their first 90 days, and so no matter of what was used in them. */
  readonly leftBefore: number;
};

/**
 * The accounts whose first 90 days and follow-up are over, and all of whose first 90 days lie in the time from which use is known.
 * Use is of the first 90 days and retention of the days after, so that staying cannot be why more was used.
 */
export async function readBeginners(sql: Sql, scope: Pick<Scope, "timeZone">, asOf: Date): Promise<Beginners> {
  const today = dayAt(asOf, scope.timeZone);
  const spells = await readSpells(sql, asOf);
  const [known] = await sql<{ since: Day | null }>("SELECT min(day)::text AS since FROM app.usage_day");
  const since = known?.since ?? null;
  const begun = [...spells.values()].flatMap(([first]) => (first && since !== null && first.fromDay >= since ? [first] : []));
  const over = (days: number) => begun.filter(({ fromDay }) => addDays(fromDay, FIRST_DAYS + days) < today);
  const followedDays = HORIZONS.find((days) => over(days).length >= ENOUGH) ?? HORIZONS[HORIZONS.length - 1] ?? FIRST_DAYS;
  const followed = over(followedDays);
  const still = followed.filter(({ accountId, fromDay }) => spellOn(spells.get(accountId), addDays(fromDay, FIRST_DAYS)) !== undefined);
  const rows = await sql<Omit<Beginner, "kept">>(
    `SELECT s.account_id::text AS "accountId", s.day::text AS "startedOn", d.plan, m.opening::float8 AS mrr, coalesce(u.features, '[]'::json) AS features
     FROM unnest($1::uuid[], $2::date[]) AS s(account_id, day)
     LEFT JOIN app.account_dimension d ON d.account_id = s.account_id
       AND d.from_at < (s.day + $3::int + 1)::timestamp AT TIME ZONE $4 AND (s.day + $3::int + 1)::timestamp AT TIME ZONE $4 <= d.until_at
     LEFT JOIN app.account_month m ON m.account_id = s.account_id AND m.month = date_trunc('month', s.day + $3::int)::date
     LEFT JOIN LATERAL (
       SELECT json_agg(DISTINCT feature) AS features FROM app.usage_day
       WHERE account_id = s.account_id AND day >= s.day AND day < s.day + $3::int AND events > 0
     ) AS u ON true ORDER BY s.day, s.account_id`,
    [still.map(({ accountId }) => accountId), still.map(({ fromDay }) => fromDay), FIRST_DAYS, scope.timeZone],
  );
  return {
    followedDays,
    leftBefore: followed.length - still.length,
    accounts: rows.map((row) => ({
      ...row,
      kept: spellOn(spells.get(row.accountId), addDays(row.startedOn, FIRST_DAYS + followedDays)) !== undefined,
    })),
  };
}
