type Point = { readonly at: readonly number[]; readonly value: number };

const STEPS = 2_000;
const TOLERANCE = 1e-12;

/**
 * The place where `f` is least, sought downhill from `start` without derivatives (Nelder & Mead 1965, with the usual reflection 1, expansion 2,
 * contraction ½ and shrinkage ½). For smooth functions of two or three variables. Stops when the corners agree to 1e-12 in value and 1e-7 in
 * place; null where that does not happen in 2,000 steps. A value that is no number counts as infinitely high.
 */
export function minimise(f: (at: readonly number[]) => number, start: readonly number[]): number[] | null {
  const point = (at: readonly number[]): Point => ({ at, value: orInfinite(f(at)) });
  let corners = [start, ...start.map((_, axis) => start.map((x, i) => (i === axis ? x + 0.5 : x)))].map(point);
  for (let step = 0; step < STEPS; step += 1) {
    corners.sort((a, b) => a.value - b.value);
    if (settled(corners)) return [...(corners[0]?.at ?? [])];
    corners = moved(corners, point);
  }
  return null;
}

function moved(corners: readonly Point[], point: (at: readonly number[]) => Point): Point[] {
  const rest = corners.slice(0, -1);
  const [best, worst, second] = [corners[0], corners.at(-1), rest.at(-1)];
  if (!best || !worst || !second) return [...corners];
  const middle = best.at.map((_, axis) => rest.reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / rest.length);
  const along = (reach: number) => point(middle.map((x, axis) => x + reach * (x - (worst.at[axis] ?? 0))));
  const reflected = along(1);
  if (reflected.value < best.value) {
    const expanded = along(2);
    return [...rest, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < second.value) return [...rest, reflected];
  const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...rest, contracted];
  return corners.map(({ at }) => point(at.map((x, axis) => ((best.at[axis] ?? 0) + x) / 2)));
}

function settled(corners: readonly Point[]): boolean {
  const [best, worst] = [corners[0], corners.at(-1)];
  if (!best || !worst) return true;
  const flat = worst.value - best.value <= TOLERANCE * (1 + Math.abs(best.value));
  return flat && corners.every(({ at }) => at.every((x, axis) => Math.abs(x - (best.at[axis] ?? 0)) <= 1e-7 * (1 + Math.abs(x))));
}

function orInfinite(value: number): number {
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}
