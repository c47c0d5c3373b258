import type { Judged } from "@/lib/health/back-test/verdict";
import { BANDS } from "@/lib/kernel/band-words";
import { type ClusteredShare, clusteredShare } from "@/lib/kernel/clustered-share";
import type { Band } from "@/lib/kernel/health-score";

/** What came of the month's ends in a band: how many, of how many accounts, how many left within 90 days, and with how much of the money. */
export type BandRecord = {
  readonly band: Band;
  readonly points: number;
  readonly accounts: number;
  readonly left: number;
  /** Share of the observations after which the account left; null where there are none. */
  readonly churn: ClusteredShare | null;
  /** In minor units, added up over the observations; those without a rate yet are left out. */
  readonly mrr: number;
  readonly mrrLeft: number;
  readonly revenueChurn: ClusteredShare | null;
};

/** Churn and revenue churn by band, best first; those without a score in a band of their own. Intervals are of accounts, not of their months. */
export function bandRecords(judged: readonly Judged[]): BandRecord[] {
  return BANDS.map((band) => {
    const inside = judged.filter((point) => point.band === band);
    const gone = inside.filter(({ churnedOn }) => churnedOn !== null);
    const money = (points: readonly Judged[]) => points.reduce((sum, { mrr }) => sum + (mrr ?? 0), 0);
    return {
      band,
      points: inside.length,
      accounts: new Set(inside.map(({ accountId }) => accountId)).size,
      left: gone.length,
      churn: clusteredShare(byAccount(inside, () => 1)),
      mrr: money(inside),
      mrrLeft: money(gone),
      revenueChurn: clusteredShare(byAccount(inside, ({ mrr }) => mrr ?? 0)),
    };
  });
}

function byAccount(points: readonly Judged[], weight: (point: Judged) => number) {
  const groups = new Map<string, { part: number; whole: number }>();
  for (const point of points) {
    const group = groups.get(point.accountId) ?? { part: 0, whole: 0 };
    group.whole += weight(point);
    if (point.churnedOn !== null) group.part += weight(point);
    groups.set(point.accountId, group);
  }
  return [...groups.values()];
}
