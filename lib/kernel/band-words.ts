import type { Band } from "@/lib/kernel/health-score";

/** The bands in the order in which they are told, the best first. */
export const BANDS = ["green", "yellow", "red", "unknown"] as const satisfies readonly Band[];

export const BAND_WORDS: Record<Band, string> = { green: "Healthy", yellow: "Watch", red: "At risk", unknown: "Not enough data" };

/** A score with one digit, as it stands beside its band: cut, so that 69.96, which is not yet Healthy from 70, does not read as 70. */
export function cutScore(score: number): number {
  return Math.floor(Number((score * 10).toPrecision(12))) / 10; // a sum of thirds may end a hair below what it is
}

/** The same as it is printed: `69.9`. */
export function scoreWords(score: number | null): string {
  return score === null ? "—" : cutScore(score).toFixed(1);
}
