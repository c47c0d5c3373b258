/** One measure of an account's health: how much it counts, and its score 0 to 100; null where there is nothing to go by. */
export type Component = { readonly weight: number; readonly score: number | null };

export type HealthScore = {
  /** 0 to 100; null where less than half of the weight has anything to go by. */
  readonly score: number | null;
  /** The share of the weight that has something to go by, 0 to 1. */
  readonly coverage: number;
  /** What each component adds to the score, in its order; 0 for one that is missing, null where there is no score. */
  readonly contributions: readonly (number | null)[];
};

export type Band = "green" | "yellow" | "red" | "unknown";

/** The lower edges of the bands. */
export type BandEdges = { readonly green: number; readonly yellow: number };

const ENOUGH = 0.5;

/** Sums of thirds and sevenths may end this share of a number below the number that they are. */
const HAIR = 1e-12;

/**
 * The weighted mean of what is known, each score held to 0..100:
 *
 *   Σ weight × score ÷ Σ weight, over the components that have a score
 *
 * so that the weight of a missing one is shared by the others, and never counts as neutral. Below half of all weight there is no score.
 * A component adds weight × score ÷ Σ weight; these add up to the score. Throws a RangeError for a weight below 0 or a figure that is no number.
 * Source: metrics.md §21 (Gainsight's weighted mean; Velaro's redistribution).
 */
export function healthScore(components: readonly Component[]): HealthScore {
  if (components.some(({ weight, score }) => !(weight >= 0) || Number.isNaN(score)))
    throw new RangeError("a weight is 0 or more, and a score a number");
  const whole = components.reduce((sum, { weight }) => sum + weight, 0);
  const known = components.reduce((sum, { weight, score }) => sum + (score === null ? 0 : weight), 0);
  const share = whole === 0 ? 0 : known / whole;
  const coverage = reaches(share, ENOUGH) ? Math.max(share, ENOUGH) : share;
  if (known === 0 || coverage < ENOUGH) return { score: null, coverage, contributions: components.map(() => null) };
  const contributions = components.map(({ weight, score }) => (score === null ? 0 : (weight * held(score)) / known));
  return { score: contributions.reduce((sum, part) => sum + part, 0), coverage, contributions };
}

/** The band of a score that is not rounded; a lower edge belongs to the band above it. No score is `unknown`, and never green. */
export function bandOf(score: number | null, { green, yellow }: BandEdges): Band {
  if (score === null) return "unknown";
  if (reaches(score, green)) return "green";
  return reaches(score, yellow) ? "yellow" : "red";
}

/** Where a measure scores nothing and where it scores everything; red above green where less is better. */
export type Limits = { readonly red: number; readonly green: number };

/** The score of a value on the straight line from the red limit (0) to the green one (100), held to both ends. Where the two are one, the value is on one side or the other. */
export function gradeOf(value: number, { red, green }: Limits): number {
  if (red === green) return value >= green ? 100 : 0;
  return held(((value - red) / (green - red)) * 100);
}

function reaches(value: number, edge: number): boolean {
  return value >= edge * (1 - HAIR);
}

function held(score: number): number {
  return Math.min(100, Math.max(0, score));
}
