import type { Cell, Tier } from "@/lib/health/cells";
import { BANDS } from "@/lib/kernel/band-words";
import type { Band } from "@/lib/kernel/health-score";

export const TIER_WORDS: Record<Tier, string> = {
  largest: "Largest tenth",
  middle: "Next three tenths",
  rest: "The rest",
  none: "Pay nothing",
};

export type Sum = { accounts: number; mrr: number; unpriced: number; overridden: number; scored: number; scores: number };

/** What some cells come to. */
export function sumOf(cells: readonly Cell[]): Sum {
  return cells.reduce(
    (sum, cell) => ({
      accounts: sum.accounts + cell.accounts,
      mrr: sum.mrr + cell.mrr,
      unpriced: sum.unpriced + cell.unpriced,
      overridden: sum.overridden + cell.overridden,
      scored: sum.scored + cell.scored,
      scores: sum.scores + cell.scores,
    }),
    { accounts: 0, mrr: 0, unpriced: 0, overridden: 0, scored: 0, scores: 0 },
  );
}

/** Each band with what its cells come to, the best first. */
export function byBand(cells: readonly Cell[]): { band: Band; sum: Sum }[] {
  return BANDS.map((band) => ({ band, sum: sumOf(cells.filter((cell) => cell.band === band)) }));
}
