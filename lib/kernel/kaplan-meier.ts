import { Z95 as Z } from "@/lib/kernel/normal";

/** One life: how long it was followed, whether it then ended (else it was still going on), and how old it was when following began. */
export type Life = { readonly duration: number; readonly ended: boolean; readonly entry?: number };

/** S(t) just after each time at which something ended or was last seen, and how many were at risk just before it. */
export type Survival = {
  readonly time: number;
  readonly atRisk: number;
  readonly ended: number;
  readonly survival: number;
  readonly variance: number;
};

const HALF = 0.5 + 1e-12; // a product of quotients comes to a half only nearly

/**
 * Kaplan-Meier estimate of survival: S(t) = Π (1 − d ÷ n) over the times up to t, d ended and n at risk: entered before and not gone before.
 * Ends come before last sightings at the same time; who entered late is at risk only after entry (left truncation). `variance` is Greenwood's sum
 * Σ d ÷ (n (n − d)), infinite once nobody is left. A life that was never followed (it ended no later than it was entered) is left out. Empty input gives an empty list. Unit of time as given.
 * Source: Kaplan and Meier 1958; Greenwood 1926; metrics.md §20.
 */
export function kaplanMeier(lives: readonly Life[]): Survival[] {
  const followed = lives.filter(({ duration, entry = Number.NEGATIVE_INFINITY }) => entry < duration);
  const entries = followed.map(({ entry = Number.NEGATIVE_INFINITY }) => entry).sort((a, b) => a - b);
  const sorted = followed.sort((a, b) => a.duration - b.duration);
  const curve: Survival[] = [];
  let [entered, gone, survival, variance] = [0, 0, 1, 0];
  while (gone < sorted.length) {
    const time = sorted[gone]?.duration ?? 0;
    while ((entries[entered] ?? Number.POSITIVE_INFINITY) < time) entered += 1;
    const atRisk = entered - gone;
    let ended = 0;
    for (; sorted[gone]?.duration === time; gone += 1) if (sorted[gone]?.ended) ended += 1;
    if (ended > 0) {
      survival *= 1 - ended / atRisk;
      variance += ended / (atRisk * (atRisk - ended));
    }
    curve.push({ time, atRisk, ended, survival, variance });
  }
  return curve;
}

/** The first time by which half has ended (S ≤ 0.5); null where that was not reached. */
export function survivalMedian(curve: readonly Survival[]): number | null {
  return curve.find(({ survival }) => survival <= HALF)?.time ?? null;
}

/**
 * The 95 % interval of S(t) at a point of the curve, on the log-log scale with Greenwood's variance, which stays within [0, 1]:
 * S^exp(±z √variance ÷ ln S). Before anything ended it is [1, 1]; null once nobody is left, for then the variance tells nothing.
 * Source: Kalbfleisch and Prentice 1980; R's survfit(conf.type = "log-log").
 */
export function survivalInterval({ survival, variance }: Pick<Survival, "survival" | "variance">): [number, number] | null {
  if (survival === 1) return [1, 1];
  if (survival === 0) return null;
  const reach = (Z * Math.sqrt(variance)) / -Math.log(survival);
  return [survival ** Math.exp(reach), survival ** Math.exp(-reach)];
}

/**
 * The 95 % interval of the median: from the first time at which the lower end of S is a half or less to the first at which the upper end is. An end
 * that was not reached is null. Source: Brookmeyer and Crowley 1982; R's quantile.survfit.
 */
export function survivalMedianInterval(curve: readonly Survival[]): [number | null, number | null] {
  const reached = (end: 0 | 1) => curve.find((point) => (survivalInterval(point)?.[end] ?? point.survival) <= HALF)?.time ?? null;
  return [reached(0), reached(1)];
}
