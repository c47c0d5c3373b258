import { MEASURES } from "@/lib/health/registry";
import type { Member } from "@/lib/kernel/folds";
import { healthScore } from "@/lib/kernel/health-score";
import { fitPenalised } from "@/lib/kernel/penalised-logistic";

/** A month's end of an account: the score of each measure, in their order; null is missing. */
export type Case = Member & { readonly features: readonly (number | null)[] };

/** Whole numbers that add up to 100, in the order of the measures, and the measures that would have had a weight below 0. */
export type Weights = { readonly weights: readonly number[]; readonly turned: readonly string[]; readonly ridge: number };

const WHOLE = 100;

/**
 * Weights by which the measures' scores foretell best who leaves: a penalised logistic regression's, turned round (a point of score that makes leaving
 * less likely is worth having), cut at 0 and put on a sum of 100. A weight below 0 would mean that a better score makes leaving likelier; a score whose
 * parts may count against it cannot be explained to anybody, so it becomes 0 and is named. Null where nothing can be fitted or nothing is above 0.
 */
export function fitWeights(cases: readonly Case[]): Weights | null {
  const model = fitPenalised(cases);
  if (model === null) return null;
  const worth = model.weights.map((weight) => -(weight ?? 0));
  const weights = wholes(worth.map((each) => Math.max(0, each)));
  if (weights === null) return null;
  return { weights, turned: MEASURES.flatMap(({ face }, i) => ((worth[i] ?? 0) < 0 ? [face.id] : [])), ridge: model.ridge };
}

/** The score a case would have with these weights; null where too little of them is known. */
export function scoreWith({ weights }: Pick<Weights, "weights">, { features }: Case): number | null {
  return healthScore(features.flatMap((score, i) => (weights[i] ? [{ weight: weights[i], score }] : []))).score;
}

// Parts of 100 in whole numbers, the largest remainders rounded up; null where all are nothing.
function wholes(parts: readonly number[]): number[] | null {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum === 0) return null;
  const exact = parts.map((part) => (part / sum) * WHOLE);
  const lower = exact.map(Math.floor);
  const missing = WHOLE - lower.reduce((total, part) => total + part, 0);
  const raised = new Set(
    [...exact.keys()].sort((a, b) => (exact[b] ?? 0) - (lower[b] ?? 0) - ((exact[a] ?? 0) - (lower[a] ?? 0)) || a - b).slice(0, missing),
  );
  return lower.map((part, i) => part + (raised.has(i) ? 1 : 0));
}
