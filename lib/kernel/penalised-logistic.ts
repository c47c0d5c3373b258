import { crossValidated } from "@/lib/kernel/cross-validation";
import type { Member } from "@/lib/kernel/folds";
import { chance, fitLogistic, type Logistic } from "@/lib/kernel/logistic";

/** A case with what is known of it, in a fixed order; null is missing. */
export type Featured = Member & { readonly features: readonly (number | null)[] };

export type Penalised = {
  readonly ridge: number;
  /** The change of the log odds by one unit of each feature, others being the same; null for one that never varied where it is known. */
  readonly weights: readonly (number | null)[];
  /** 0 to 1. */
  readonly chance: (features: readonly (number | null)[]) => number;
};

const RIDGES = [1, 10, 100, 1_000] as const;
const INNER = 3;

/**
 * A logistic regression held back by a ridge, for features of different scales with gaps. Each feature is put on a scale of mean 0 and deviation 1;
 * one that is missing counts as its mean, and that it is missing is a feature of its own, so that the weight tells of the known alone. The ridge is
 * the one of 1, 10, 100 and 1,000 by which cases foretell others best (log-likelihood, three folds of whole groups).
 *
 * Null where there is one outcome only, or no feature that varies. Throws a RangeError where cases differ in how many features they have.
 * Source: Hoerl & Kennard 1970; le Cessie & van Houwelingen 1992.
 */
export function fitPenalised(cases: readonly Featured[]): Penalised | null {
  const width = cases[0]?.features.length ?? 0;
  if (cases.some(({ features }) => features.length !== width)) throw new RangeError("every case has the same features");
  if (cases.every(({ happened }) => happened) || !cases.some(({ happened }) => happened)) return null;
  const scored = RIDGES.map((ridge) => ({ ridge, likelihood: likelihoodOf(cases, ridge) }));
  const best = scored.reduce((one, other) => (other.likelihood > one.likelihood ? other : one));
  return fitted(cases, best.ridge);
}

function likelihoodOf(cases: readonly Featured[], ridge: number): number {
  const told = crossValidated(
    cases,
    (some) => {
      const model = fitted(some, ridge);
      return model && (({ features }) => model.chance(features));
    },
    INNER,
  );
  return cases.reduce((sum, { happened }, i) => {
    const p = told[i] ?? 0.5;
    return sum + Math.log(Math.max(1e-12, happened ? p : 1 - p));
  }, 0);
}

function fitted(cases: readonly Featured[], ridge: number): Penalised | null {
  const columns = columnsOf(cases);
  if (columns.length === 0) return null;
  const inputsOf = (features: readonly (number | null)[]) => columns.map((column) => inputOf(column, features[column.feature] ?? null));
  const model = fitLogistic(
    cases.map(({ features, happened }) => ({ inputs: inputsOf(features), happened })),
    ridge,
  );
  if (model === null) return null;
  return {
    ridge,
    weights: (cases[0]?.features ?? []).map((_, feature) => weightOf(columns, model, feature)),
    chance: (features) => chance(model, inputsOf(features)),
  };
}

/** A feature, or that it is missing, on a scale of its own. */
type Column = { readonly feature: number; readonly tells: "value" | "gap"; readonly mean: number; readonly deviation: number };

function columnsOf(cases: readonly Featured[]): Column[] {
  return (cases[0]?.features ?? []).flatMap((_, feature) => {
    let [known, sum, squares] = [0, 0, 0];
    for (const { features } of cases) {
      const value = features[feature] ?? null;
      if (value === null) continue;
      known += 1;
      sum += value;
    }
    const mean = sum / Math.max(1, known);
    for (const { features } of cases) squares += ((features[feature] ?? mean) - mean) ** 2;
    const variance = squares / Math.max(1, known);
    const gaps = 1 - known / cases.length;
    return [
      { feature, tells: "value" as const, mean, deviation: variance > 1e-12 * (1 + mean ** 2) ? Math.sqrt(variance) : 0 },
      { feature, tells: "gap" as const, mean: gaps, deviation: Math.sqrt(gaps * (1 - gaps)) },
    ].filter(({ deviation }) => deviation > 0);
  });
}

function inputOf({ tells, mean, deviation }: Column, value: number | null): number {
  if (tells === "gap") return ((value === null ? 1 : 0) - mean) / deviation;
  return value === null ? 0 : (value - mean) / deviation;
}

function weightOf(columns: readonly Column[], model: Logistic, feature: number): number | null {
  const place = columns.findIndex((column) => column.feature === feature && column.tells === "value");
  const column = columns[place];
  return column === undefined ? null : (model.weights[place] ?? 0) / column.deviation;
}
