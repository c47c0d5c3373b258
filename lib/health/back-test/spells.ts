import type { Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";

/** From the local day on which an account begins to pay anything until the one on which it pays nothing; null where it still does. */
export type Spell = { readonly accountId: string; readonly fromDay: Day; readonly untilDay: Day | null };

/**
 * Every account's spells by its id, oldest first, from what had happened by `asOf`. A day's movements count as one, and a gap that is over by the end of
 * its month is none: as in customer churn, which compares the two ends of a month.
 */
export async function readSpells(sql: Sql, asOf: Date): Promise<ReadonlyMap<string, readonly Spell[]>> {
  const rows = await sql<Spell>(
    `WITH step AS (
       SELECT account_id, day, sum((round(balance, 6) > 0)::int - (round(balance - delta, 6) > 0)::int) AS by
       FROM app.mrr_movement WHERE at < $1::timestamptz GROUP BY 1, 2
     ),
     held AS (SELECT *, sum(by) OVER (PARTITION BY account_id ORDER BY day) AS paid FROM step),
     turn AS (SELECT account_id, day, paid FROM held WHERE (paid > 0) <> (paid - by > 0)),
     spell AS (SELECT account_id, day, paid, lead(day) OVER (PARTITION BY account_id ORDER BY day) AS until_day FROM turn)
     SELECT account_id::text AS "accountId", day::text AS "fromDay", until_day::text AS "untilDay" FROM spell WHERE paid > 0 ORDER BY account_id, day`,
    [asOf],
  );
  const spells = new Map<string, Spell[]>();
  for (const spell of rows) {
    const known = spells.get(spell.accountId) ?? [];
    const before = known.at(-1);
    if (before !== undefined && before.untilDay?.slice(0, 7) === spell.fromDay.slice(0, 7))
      known[known.length - 1] = { ...before, untilDay: spell.untilDay };
    else known.push(spell);
    spells.set(spell.accountId, known);
  }
  return spells;
}

/** The spell in which an account pays at the end of a day. */
export function spellOn(spells: readonly Spell[] | undefined, day: Day): Spell | undefined {
  return spells?.find(({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || untilDay > day));
}

/** Whether an account paid at the end of a month before it left: one that came and went within a month was never there to be lost. */
export function wasThere({ fromDay, untilDay }: Spell): boolean {
  return untilDay !== null && fromDay.slice(0, 7) < untilDay.slice(0, 7);
}
