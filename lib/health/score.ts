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

/**
 * An account's health by a set of scorecards: its card is the first that matches; each measure of weight is graded between its limits, and
 * the score is their weighted mean. The one place where inputs become a score: for what is stored, shown, previewed and tested back.
 */
export function scoreOf(inputs: Omit<Inputs, "accountId" | "day">, config: HealthConfig): Scored {
  return scoreBy(cardOf(inputs.dimensions, config.cards), inputs, config);
}

/** The same by a card that is known, for what was stored with it. */
export function scoreBy(card: Scorecard, inputs: Pick<Inputs, "inputs" | "ages" | "tenureDays">, { bands }: HealthConfig): Scored {
  const weighed = MEASURES.flatMap((measure, index) => {
    const weight = card.weights[measure.face.id] ?? 0;
    if (weight === 0) return [];
    const value = inputs.inputs[index] ?? null;
    const score = value === null ? null : gradeOf(value, limitsOf(measure, card, inputs.tenureDays));
    return [{ id: measure.face.id, value, score, weight, age: inputs.ages[index] ?? null }];
  });
  const { score, coverage, contributions } = healthScore(weighed);
  return {
    card: card.id,
    score,
    coverage,
    band: bandOf(score, bands),
    parts: weighed.map((part, i) => ({ ...part, contribution: contributions[i] ?? null })),
  };
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
