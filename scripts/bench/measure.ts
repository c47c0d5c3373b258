import type { Bench } from "./bench";

/** How large a ratio may be, or how small. */
export type Reach = { readonly atMost: number } | { readonly atLeast: number };

/** One measurement of either side, made one after the other. */
export type Pair = readonly [numerator: number, denominator: number];

/** Two ways of getting the same, measured in turns in the same minutes. */
export type Ratio = {
  readonly id: string;
  readonly what: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: "ms" | "rows/s";
  /** Null where it is told and not held to anything. */
  readonly reach: Reach | null;
  /** Measures both sides as often as is asked for; a text where there is nothing to measure, and why. Throws where the two sides give different answers. */
  readonly measure: (bench: Bench) => Promise<Pair[] | string>;
};

/** A number on its own. */
export type Figure = { readonly name: string; readonly value: number; readonly unit: string; readonly reach?: Reach };

/** Numbers that are measured together and held against nothing. */
export type Figures = {
  readonly id: string;
  readonly what: string;
  readonly read: (bench: Bench) => Promise<Figure[]>;
};

/** Runs the two sides in turns; the first turn of several does not count. */
export async function inTurns(times: number, numerator: () => Promise<number>, denominator: () => Promise<number>): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let turn = times > 1 ? 0 : 1; turn <= times; turn += 1) {
    const pair = [await numerator(), await denominator()] as const;
    if (turn > 0) pairs.push(pair);
  }
  return pairs;
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Throws unless both sides found the same: a slower or quicker way to another answer proves nothing. */
export function mustAgree(what: string, ours: readonly (number | null)[], theirs: readonly (number | null)[]): void {
  const apart = ours.findIndex((value, place) => !isClose(value, theirs[place] ?? null));
  if (ours.length === theirs.length && apart < 0) return;
  throw new Error(
    `${what}: the two sides disagree (${ours.length} and ${theirs.length} values; at ${apart} ${ours[apart]} and ${theirs[apart]}).`,
  );
}

function isClose(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one));
}

export function isReached(value: number, reach: Reach): boolean {
  return "atMost" in reach ? value <= reach.atMost : value >= reach.atLeast;
}

export function reachWords(reach: Reach | null | undefined): string {
  if (!reach) return "";
  return "atMost" in reach ? `≤ ${reach.atMost}` : `≥ ${reach.atLeast}`;
}
