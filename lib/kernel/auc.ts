/** One case: what was scored, and whether the thing foretold happened. */
export type Scored = { readonly score: number; readonly happened: boolean };

/**
 * How well a score tells apart the cases where something happened: the probability that a case where it did scores higher than one
 * where it did not, a tie counting half. 0.5 is chance, 1 perfect, 0 perfectly the wrong way round. No unit.
 *
 *   (Σ ranks of the cases that happened − h(h+1)/2) ÷ (h × (n − h)), ranks averaged over ties
 *
 * Null where only one kind of case is there, or none. Throws a RangeError for a score that is not a number. Source: Mann & Whitney 1947; Hanley & McNeil 1982.
 */
export function auc(cases: readonly Scored[]): number | null {
  if (cases.some(({ score }) => Number.isNaN(score))) throw new RangeError("a score is a number");
  const happened = cases.filter((one) => one.happened).length;
  const pairs = happened * (cases.length - happened);
  if (pairs === 0) return null;
  return (rankSum(cases) - (happened * (happened + 1)) / 2) / pairs;
}

function rankSum(cases: readonly Scored[]): number {
  const sorted = [...cases].sort((a, b) => a.score - b.score);
  let sum = 0;
  for (let from = 0, until = 0; from < sorted.length; from = until) {
    let tied = 0;
    for (until = from; sorted[until]?.score === sorted[from]?.score; until += 1) tied += sorted[until]?.happened ? 1 : 0;
    sum += (tied * (from + 1 + until)) / 2;
  }
  return sum;
}
