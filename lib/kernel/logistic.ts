import { solve } from "@/lib/kernel/linear";

/** What was measured of a case, in a fixed order, and whether the thing foretold happened. */
export type Observed = { readonly inputs: readonly number[]; readonly happened: boolean };

export type Logistic = { readonly intercept: number; readonly weights: readonly number[] };

const STEPS = 50;
const TOLERANCE = 1e-10;

/**
 * The chance that something happens, as a function of what was measured: 1 ÷ (1 + e^−(intercept + Σ weight × input)), fitted so that what did
 * happen is likeliest. Newton's steps (iteratively reweighted least squares). `ridge` λ subtracts λ/2 Σ weight² from the log-likelihood and so
 * keeps weights small; the intercept is never held back. 0, the default, is plain maximum likelihood.
 *
 * Null where there is no such best fit: all cases alike in outcome, an input that tells them apart without fail, inputs that say the
 * same twice, or no cases. Throws a RangeError where cases differ in how much was measured. Source: Wikipedia, Logistic regression (hours of study).
 */
export function fitLogistic(cases: readonly Observed[], ridge = 0): Logistic | null {
  const width = cases[0]?.inputs.length ?? 0;
  if (cases.some(({ inputs }) => inputs.length !== width)) throw new RangeError("every case has the same inputs");
  let at = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const { slope, bend } = derivatives(cases, at, ridge);
    const move = solve(bend, slope);
    if (move === null) return null;
    at = at.map((value, i) => value + (move[i] ?? 0));
    if (move.every((by, i) => Math.abs(by) <= TOLERANCE * (1 + Math.abs(at[i] ?? 0))))
      return { intercept: at[0] ?? 0, weights: at.slice(1) };
  }
  return null;
}

/** The chance the model gives a case, 0 to 1. */
export function chance({ intercept, weights }: Logistic, inputs: readonly number[]): number {
  return sigmoid(weights.reduce((sum, weight, i) => sum + weight * (inputs[i] ?? 0), intercept));
}

// Of the penalised log-likelihood at a place: its gradient, and its second derivative with the sign turned. The inside of every fit: plain loops over
// one triangle take a tenth of the time.
function derivatives(cases: readonly Observed[], at: readonly number[], ridge: number) {
  const width = at.length;
  const slope = new Float64Array(width);
  const bend = new Float64Array(width * width);
  const row = new Float64Array(width);
  row[0] = 1;
  for (const { inputs, happened } of cases) {
    let sum = at[0] ?? 0;
    for (let i = 1; i < width; i += 1) {
      row[i] = inputs[i - 1] ?? 0;
      sum += (row[i] ?? 0) * (at[i] ?? 0);
    }
    const p = sigmoid(sum);
    for (let i = 0; i < width; i += 1) {
      const value = row[i] ?? 0;
      if (value === 0) continue;
      slope[i] = (slope[i] ?? 0) + ((happened ? 1 : 0) - p) * value;
      const weighed = p * (1 - p) * value;
      for (let j = 0; j <= i; j += 1) bend[i * width + j] = (bend[i * width + j] ?? 0) + weighed * (row[j] ?? 0);
    }
  }
  return {
    slope: at.map((value, i) => (slope[i] ?? 0) - (i === 0 ? 0 : ridge * value)),
    bend: at.map((_, i) => at.map((_, j) => (bend[Math.max(i, j) * width + Math.min(i, j)] ?? 0) + (i === j && i > 0 ? ridge : 0))),
  };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
