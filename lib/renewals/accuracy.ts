import type { Band } from "@/lib/kernel/health-score";
import { wilson } from "@/lib/kernel/wilson";
import type { Call } from "@/lib/renewals/schema";

/** How long before the due day a call is looked at, in days. */
export const HORIZONS = [180, 90, 30] as const;

/** With fewer decided renewals nothing is said of how good their calls were. */
export const FEWEST = 10;

export type Horizon = (typeof HORIZONS)[number];
export type Outcome = "grown" | "same" | "shrunk" | "lost";

/** Calls of one kind as they stood some days before the due day of renewals that were then open and are decided now, and what the score said that day. */
export type Stood = {
  readonly horizon: Horizon;
  readonly author: string;
  readonly call: Call;
  readonly outcome: Outcome;
  readonly band: Band | null;
  readonly n: number;
  /** How many of them have an exchange rate; what these were called at and came to, in minor units of the workspace's currency, over the term they had. */
  readonly priced: number;
  readonly called: number;
  readonly actual: number;
};

/** How often something was right: nothing but its n below the fewest that tell anything. */
export type Hits = {
  readonly n: number;
  readonly right: number;
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
};

export type Accuracy = {
  /** The word: renewed at no less is renew, at more grow, at less shrink, not at all lose. */
  readonly word: Hits;
  /** The same calls asked only whether the customer stays. */
  readonly stays: Hits;
  /** The score asked the same, green for stays and red for leaves; the other bands say nothing. */
  readonly score: Hits;
  /** Σ called ÷ Σ actual − 1: above 0 too hopeful. Null with too few, or over nothing. */
  readonly bias: number | null;
};

const RIGHT: Readonly<Record<Call, readonly Outcome[]>> = { renew: ["same", "grown"], grow: ["grown"], shrink: ["shrunk"], lose: ["lost"] };

/** How good calls were. Pass those of one horizon; `score` stands on the same renewals. */
export function accuracyOf(stood: readonly Stood[]): Accuracy {
  const scored = stood.filter(({ band }) => band === "green" || band === "red");
  return {
    word: hits(stood, ({ call, outcome }) => RIGHT[call].includes(outcome)),
    stays: hits(stood, ({ call, outcome }) => (call === "lose") === (outcome === "lost")),
    score: hits(scored, ({ band, outcome }) => (band === "red") === (outcome === "lost")),
    bias: biasOf(stood),
  };
}

/** The calls of each author, the author with most of them first. */
export function byAuthor(stood: readonly Stood[]): { author: string; accuracy: Accuracy }[] {
  const authors = [...new Set(stood.map(({ author }) => author))];
  return authors
    .map((author) => ({ author, accuracy: accuracyOf(stood.filter((each) => each.author === author)) }))
    .sort((one, other) => other.accuracy.word.n - one.accuracy.word.n || one.author.localeCompare(other.author));
}

function hits(stood: readonly Stood[], isRight: (each: Stood) => boolean): Hits {
  const n = sum(stood, (each) => each.n);
  const right = sum(stood.filter(isRight), (each) => each.n);
  return n < FEWEST ? { n, right, share: null, interval: null } : { n, right, share: right / n, interval: wilson(right, n) };
}

function biasOf(stood: readonly Stood[]): number | null {
  const actual = sum(stood, (each) => each.actual);
  if (sum(stood, ({ priced }) => priced) < FEWEST || actual === 0) return null;
  return sum(stood, ({ called }) => called) / actual - 1;
}

function sum(stood: readonly Stood[], pick: (each: Stood) => number): number {
  return stood.reduce((all, each) => all + pick(each), 0);
}
