import type { HealthConfig, Scorecard } from "@/lib/health/config";
import type { Inputs } from "@/lib/health/inputs";
import type { AgedLimits, Measure } from "@/lib/health/measure";
import { MEASURES } from "@/lib/health/registry";
import { type Band, bandOf, gradeOf, healthScore, type Limits } from "@/lib/kernel/health-score";

/** One measure's part in a score. `contribution`s add up to the score; one that is missing has no value, no score and adds 0. */
export type Part = {
  readonly id: string;
  readonly value: number | null;
  readonly score: number | null;
  readonly weight: number;
  readonly contribution: number | null;
  /** How many days ago what it tells of was. */
  readonly age: number | null;
};

export type Scored = {
  readonly card: string;
  readonly score: number | null;
  readonly coverage: number;
  readonly band: Band;
  readonly parts: readonly Part[];
};

/** What a score comes to, without its parts. */
export type Verdict = Omit<Scored, "parts">;

type Known = Pick<Inputs, "inputs" | "tenureDays">;

/**
 * An account's health by a set of scorecards: its card is the first that matches; each measure of weight is graded between its limits, and
 * the score is their weighted mean. The one place where inputs become a score: for what is stored, shown, previewed and tested back.
 */
export function scoreOf(inputs: Omit<Inputs, "accountId" | "day">, config: HealthConfig): Scored {
  return scoreBy(cardOf(inputs.dimensions, config.cards), inputs, config);
}

/** The same by a card that is known, for what was stored with it. */
export function scoreBy(card: Scorecard, inputs: Known & Pick<Inputs, "ages">, config: HealthConfig): Scored {
  const { contributions, ...verdict } = judged(card, inputs, config);
  const parts = weighedIn(card).map(({ measure, place, weight }, i) => {
    const value = inputs.inputs[place] ?? null;
    const score = value === null ? null : gradeOf(value, limitsOf(measure, card, inputs.tenureDays));
    return { id: measure.face.id, value, score, weight, contribution: contributions[i] ?? null, age: inputs.ages[place] ?? null };
  });
  return { ...verdict, parts };
}

/** The same where nobody asks for the parts. */
export function verdictOf(inputs: Known & Pick<Inputs, "dimensions">, config: HealthConfig): Verdict {
  const { card, score, coverage, band } = judged(cardOf(inputs.dimensions, config.cards), inputs, config);
  return { card, score, coverage, band };
}

function judged(card: Scorecard, { inputs, tenureDays }: Known, { bands }: HealthConfig) {
  const { score, coverage, contributions } = healthScore(
    weighedIn(card).map(({ measure, place, weight }) => {
      const value = inputs[place] ?? null;
      return { weight, score: value === null ? null : gradeOf(value, limitsOf(measure, card, tenureDays)) };
    }),
  );
  return { card: card.id, score, coverage, band: bandOf(score, bands), contributions };
}

type Weighed = { readonly measure: Measure; readonly place: number; readonly weight: number };

const weighedBy = new WeakMap<Scorecard, readonly Weighed[]>();

/** The measures to which a card gives a weight. */
function weighedIn(card: Scorecard): readonly Weighed[] {
  const known = weighedBy.get(card);
  if (known) return known;
  const weighed = MEASURES.map((measure, place) => ({ measure, place, weight: card.weights[measure.face.id] ?? 0 }));
  const found = weighed.filter(({ weight }) => weight !== 0);
  weighedBy.set(card, found);
  return found;
}

/** The limits that hold for an account of so many days. */
export function limitsOf({ face }: Measure, card: Scorecard, tenureDays: number): Limits {
  const limits: AgedLimits = card.limits[face.id] ?? face.limits;
  return limits.younger?.find(({ days }) => tenureDays < days) ?? limits;
}

function cardOf(dimensions: Inputs["dimensions"], cards: HealthConfig["cards"]): Scorecard {
  const found = cards.find(({ match }) => match === null || match.values.includes(dimensions[match.dimension] ?? ""));
  if (found === undefined) throw new Error("the last scorecard matches everybody");
  return found;
}
