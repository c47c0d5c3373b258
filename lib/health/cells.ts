import type { Band } from "@/lib/kernel/health-score";

/** Accounts by what they pay, the largest first: a tenth, three tenths, the rest, and those that pay nothing. */
export const TIERS = ["largest", "middle", "rest", "none"] as const;
export type Tier = (typeof TIERS)[number];

/** The accounts of one size and band. `mrr` is in minor units, without those whose currency has no rate (`unpriced`). */
export type Cell = {
  tier: Tier;
  band: Band;
  accounts: number;
  mrr: number;
  unpriced: number;
  overridden: number;
  scored: number;
  /** Σ of the scores of those that have one. */
  scores: number;
  /** The least anybody of this size and band pays. */
  least: number;
};
