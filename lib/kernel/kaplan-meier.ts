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

/**
 * Kaplan-Meier estimate of survival: S(t) = Π (1 − d ÷ n) over the times up to t, d ended and n at risk: entered before and not gone before.
 * Ends come before last sightings at the same time; who entered late is at risk only after entry (left truncation). `variance` is Greenwood's sum
 * Σ d ÷ (n (n − d)), infinite once nobody is left. Empty input gives an empty list. Unit of time as given.
 * Source: Kaplan and Meier 1958; Greenwood 1926; metrics.md §20.
 */
export function kaplanMeier(lives: readonly Life[]): Survival[] {
  const entries = lives.map(({ entry = Number.NEGATIVE_INFINITY }) => entry).sort((a, b) => a - b);
  const sorted = [...lives].sort((a, b) => a.duration - b.duration);
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
  return curve.find(({ survival }) => survival <= 0.5 + 1e-12)?.time ?? null;
}
