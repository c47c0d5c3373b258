import { AHEAD_DAYS, type Churn } from "@/lib/health/back-test/history";
import { scoreKnown } from "@/lib/health/back-test/rescore";
import type { Judged } from "@/lib/health/back-test/verdict";
import type { HealthConfig } from "@/lib/health/config";
import type { Band } from "@/lib/kernel/health-score";
import { medianInterval } from "@/lib/kernel/median-interval";
import { median } from "@/lib/kernel/percentile";
import { type Day, daysBetween } from "@/lib/kernel/period";

/** A churn and what was said before it. `last` is the last day with a score in the 90 days before; null where there was none. */
export type Warned = {
  readonly accountId: string;
  readonly day: Day;
  readonly last: { readonly day: Day; readonly score: number; readonly band: Band } | null;
  /** From the first day of the spell below green that lasted until the account left; 0 where it was green to the end. */
  readonly warnedDays: number;
};

export type Warning = {
  /** Days; over all churns that had a score, those without a warning counting 0. Null where there are none. */
  readonly medianDays: number | null;
  readonly interval: [number, number] | null;
  readonly churns: number;
  readonly warned: number;
  /** Churns without a score in the 90 days before, of which nothing is said. */
  readonly unscored: number;
};

/** An account that left while its score was green on its last day. MRR at the last month's end before, in minor units. */
export type Missed = { readonly accountId: string; readonly day: Day; readonly score: number; readonly mrr: number | null };

/** An account at risk at the end of a month that was still there 90 days later: the latest such month, and how many there were. */
export type Spared = {
  readonly accountId: string;
  readonly day: Day;
  readonly score: number;
  readonly mrr: number | null;
  readonly months: number;
};

/** How long before an account left its score said so: the unbroken run of days below green at its end. Days without a score break nothing. */
export function warnedBefore({ accountId, day, days }: Churn, config: HealthConfig): Warned {
  let last: Warned["last"] = null;
  let first: Day | null = null;
  for (const known of days.toReversed()) {
    const { score, band } = scoreKnown(known, config);
    if (score === null) continue;
    last ??= { day: known.day, score, band };
    if (band === "green") break;
    first = known.day;
  }
  if (last === null || daysBetween(last.day, day) > AHEAD_DAYS) return { accountId, day, last: null, warnedDays: 0 };
  return { accountId, day, last, warnedDays: first === null ? 0 : daysBetween(first, day) };
}

export function warningOf(all: readonly Warned[]): Warning {
  const days = all.flatMap(({ last, warnedDays }) => (last === null ? [] : [warnedDays]));
  return {
    medianDays: median(days),
    interval: medianInterval(days),
    churns: days.length,
    warned: days.filter((each) => each > 0).length,
    unscored: all.length - days.length,
  };
}

/** Those who left while green, the latest first. */
export function missedBy(warned: readonly Warned[], judged: readonly Judged[]): Missed[] {
  const paid = new Map<string, number | null>();
  for (const { accountId, churnedOn, mrr } of judged) if (churnedOn !== null) paid.set(`${accountId} ${churnedOn}`, mrr);
  return warned
    .flatMap(({ accountId, day, last }) =>
      last?.band === "green" ? [{ accountId, day, score: last.score, mrr: paid.get(`${accountId} ${day}`) ?? null }] : [],
    )
    .sort(latestFirst);
}

/** Those who were at risk and stayed, by what they paid. */
export function sparedBy(judged: readonly Judged[]): Spared[] {
  const spared = new Map<string, Spared>();
  for (const { accountId, day, score, mrr, band, churnedOn } of judged) {
    if (band !== "red" || score === null || churnedOn !== null) continue;
    spared.set(accountId, { accountId, day, score, mrr, months: (spared.get(accountId)?.months ?? 0) + 1 });
  }
  return [...spared.values()].sort((one, other) => (other.mrr ?? 0) - (one.mrr ?? 0) || (one.accountId < other.accountId ? -1 : 1));
}

/** The latest first, and on one day by the account's id. */
export function latestFirst(one: { day: Day; accountId: string }, other: { day: Day; accountId: string }): number {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return one.accountId < other.accountId ? -1 : 1;
}
