import { changeBetween } from "@/lib/health/change";
import type { Moved } from "@/lib/health/portfolio";
import { MEASURES } from "@/lib/health/registry";
import { readStoredDays, sideOf } from "@/lib/health/stored";
import type { Version } from "@/lib/health/versions";
import { reasonsOf } from "@/lib/health/words";
import { addDays, type Day } from "@/lib/kernel/period";
import type { Sql } from "@/lib/platform/db";

/** An account that changed its band, with the reasons in words; `by` is the change of the score, null where one of the days has none. */
export type Mover = Moved & { score: number | null; by: number | null; reasons: string[] };

const FACES = MEASURES.map(({ face }) => face);

/** Why accounts changed their band between a day and some days before it. Where the scores do not tell, a person set or ended it. */
export async function explainMoved(
  sql: Sql,
  { moved, day, days, versions }: { moved: readonly Moved[]; day: Day; days: number; versions: readonly Version[] },
): Promise<Mover[]> {
  if (moved.length === 0) return [];
  const before = addDays(day, -days);
  const stored = await readStoredDays(sql, { accounts: moved.map(({ accountId }) => accountId), days: [before, day] });
  return moved.map((each) => {
    const on = (wanted: Day) => stored.find((one) => one.accountId === each.accountId && one.day === wanted);
    const [then, now] = [on(before), on(day)];
    if (!then || !now) return { ...each, score: now?.score ?? null, by: null, reasons: [] };
    const change = changeBetween(sideOf(then, versions), sideOf(now, versions));
    const reasons = reasonsOf(change, FACES);
    const isByHand = now.band !== each.to || then.band !== each.from;
    return {
      ...each,
      score: now.score,
      by: change.kind === "known" ? change.by : null,
      reasons: isByHand ? [now.band === each.to ? "an override has ended" : "set by hand", ...reasons].slice(0, 2) : reasons,
    };
  });
}
