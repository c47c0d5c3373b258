import type { Band, BandEdges } from "@/lib/kernel/health-score";

/** What an account's place in the queue is made of. */
export type Standing = {
  /** In minor units of the workspace's currency; null where a rate is missing. */
  readonly mrr: number | null;
  /** 0 to 100; null without enough to go by. */
  readonly score: number | null;
  /** The band a person set in place of the score's, while it holds. */
  readonly held: Band | null;
  /** How many risk signals are open and not put away. */
  readonly signals: number;
  /** Days until the next renewal, below 0 where it is overdue; null where no date is known. */
  readonly daysToRenewal: number | null;
};

/** Three figures whose product is the account's place: the monthly money that may be lost soon. */
export type Stake = {
  readonly money: number | null;
  /** What the score alone says, 0 to 1. */
  readonly base: number;
  readonly risk: number;
  readonly nearness: number;
  /** money × risk × nearness, in minor units; null where the money is not known. */
  readonly product: number | null;
};

/** The risk of an account without a score: neither safe nor lost. */
export const UNKNOWN_RISK = 0.5;
/** What every open signal leaves of the safety that was left. */
export const SAFETY_LEFT = 0.75;
/** The nearness of a renewal a year away or more, and of one whose date is not known. */
export const FARTHEST = 0.25;
export const UNKNOWN_NEARNESS = 0.5;
const YEAR_DAYS = 365;

/**
 * How much an account has to lose, and how soon:
 *
 *   money × risk × nearness
 *
 * - money: what it pays a month, now.
 * - risk: (100 − score) ÷ 100; 0.5 without a score. While a person's band holds, it is kept within what scores of that band mean. Every open risk
 *   signal then takes a quarter of the safety that is left: 1 − (1 − risk) × 0.75^signals.
 * - nearness: 1 on the day of the next renewal or after it, falling evenly to 0.25 a year before; 0.5 where no date is known.
 */
export function stakeOf({ mrr, score, held, signals, daysToRenewal }: Standing, bands: BandEdges): Stake {
  const base = within(score === null ? UNKNOWN_RISK : (100 - score) / 100, held, bands);
  const risk = 1 - (1 - base) * SAFETY_LEFT ** signals;
  const nearness = nearnessOf(daysToRenewal);
  return { money: mrr, base, risk, nearness, product: mrr === null ? null : mrr * risk * nearness };
}

/** Those with most at stake first; whose money is not known come last. Equals stand in the order of what they pay, then of their ids, so that the order is one. */
export function inOrder<Placed extends { readonly id: string; readonly stake: Stake }>(placed: readonly Placed[]): Placed[] {
  const weight = (value: number | null) => value ?? -1;
  return [...placed].sort(
    (a, b) => weight(b.stake.product) - weight(a.stake.product) || weight(b.stake.money) - weight(a.stake.money) || (a.id < b.id ? -1 : 1),
  );
}

function within(risk: number, held: Band | null, { green, yellow }: BandEdges): number {
  const [safe, lost] = [(100 - green) / 100, (100 - yellow) / 100];
  if (held === "red") return Math.max(risk, lost);
  if (held === "yellow") return Math.min(Math.max(risk, safe), lost);
  return held === "green" ? Math.min(risk, safe) : risk;
}

function nearnessOf(days: number | null): number {
  if (days === null) return UNKNOWN_NEARNESS;
  return Math.min(1, Math.max(FARTHEST, 1 - ((1 - FARTHEST) * days) / YEAR_DAYS));
}
