import { auc, type Scored } from "@/lib/kernel/auc";
import { Z95 } from "@/lib/kernel/normal";

/** A case, and whom it is of: cases of one group are not independent of each other. */
export type Grouped = Scored & { readonly group: string };

export type AucInterval = {
  /** 0.5 is chance, 1 perfect. */
  readonly auc: number;
  readonly standardError: number;
  /** 95 %. */
  readonly interval: [number, number];
  readonly happened: number;
  readonly others: number;
  readonly groups: number;
};

/**
 * The AUC of a score with its 95 % interval, where one group (an account) may give many cases (its months).
 *
 * The spread is Obuchowski's for clustered data: each case's placement among those of the other kind is added up over its group, and the groups'
 * sums are what varies. With one case a group it is DeLong's. The same case told twice in a group changes nothing; taken as two independent ones
 * it would make the interval narrower by √2. Chosen over resampling accounts, which says nearly the same and needs dice.
 *
 *   var = S₁₀ ÷ M + S₀₁ ÷ N + 2 S₁₁ ÷ MN,   S₁₀ = I₁₀ ÷ ((I₁₀ − 1) M) × Σ (X_i − m_i A)²,   interval = logit⁻¹(logit A ± 1.96 se ÷ A(1 − A))
 *
 * Where a score parts the two kinds without fail there is no spread to see, and the end of the interval is Newcombe's (method 5, with Hanley and
 * McNeil's variance) over groups. No unit. Null where only one kind is there, or one of them comes from fewer than two groups.
 * Throws a RangeError for a score that is no number. Source: Obuchowski 1997; DeLong et al. 1988; Newcombe 2006; Hanley & McNeil 1982.
 */
export function aucInterval(cases: readonly Grouped[]): AucInterval | null {
  const value = auc(cases);
  if (value === null) return null;
  const groups = sumsOf(cases);
  const [within, without] = [groups.filter(({ m }) => m > 0).length, groups.filter(({ n }) => n > 0).length];
  if (within < 2 || without < 2) return null;
  const happened = cases.filter((one) => one.happened).length;
  const others = cases.length - happened;
  const spread = (product: (group: Sums) => number) => groups.reduce((sum, group) => sum + product(group), 0);
  const above = ({ x, m }: Sums) => x - m * value;
  const below = ({ y, n }: Sums) => y - n * value;
  const variance =
    (within / (within - 1)) * (spread((group) => above(group) ** 2) / happened ** 2) +
    (without / (without - 1)) * (spread((group) => below(group) ** 2) / others ** 2) +
    (2 * (groups.length / (groups.length - 1)) * spread((group) => above(group) * below(group))) / (happened * others);
  const standardError = Math.sqrt(Math.max(0, variance));
  const interval = standardError > 0 && value > 0 && value < 1 ? onLogit(value, standardError) : newcombe(value, within, without);
  return { auc: value, standardError, interval, happened, others, groups: groups.length };
}

/** Of a group: how many of its cases happened (m) and did not (n), and the sums of their placements among the others (x, y). */
type Sums = { m: number; n: number; x: number; y: number };

function sumsOf(cases: readonly Grouped[]): Sums[] {
  const sorted = [...cases].sort((a, b) => a.score - b.score);
  const happened = cases.filter((one) => one.happened).length;
  const others = cases.length - happened;
  const groups = new Map<string, Sums>();
  let [happenedBelow, othersBelow] = [0, 0];
  for (let from = 0, until = 0; from < sorted.length; from = until) {
    while (sorted[until]?.score === sorted[from]?.score) until += 1;
    const tied = sorted.slice(from, until);
    const tiedHappened = tied.filter((one) => one.happened).length;
    const x = (othersBelow + (tied.length - tiedHappened) / 2) / others;
    const y = (happened - happenedBelow - tiedHappened / 2) / happened;
    for (const one of tied) {
      const sums = groups.get(one.group) ?? { m: 0, n: 0, x: 0, y: 0 };
      groups.set(one.group, one.happened ? { ...sums, m: sums.m + 1, x: sums.x + x } : { ...sums, n: sums.n + 1, y: sums.y + y });
    }
    happenedBelow += tiedHappened;
    othersBelow += tied.length - tiedHappened;
  }
  return [...groups.values()];
}

function onLogit(value: number, standardError: number): [number, number] {
  const [middle, reach] = [Math.log(value / (1 - value)), (Z95 * standardError) / (value * (1 - value))];
  return [1 / (1 + Math.exp(reach - middle)), 1 / (1 + Math.exp(-reach - middle))];
}

// The values A that are no further from the AUC found than 1.96 of A's own standard errors.
function newcombe(value: number, happened: number, others: number): [number, number] {
  const pairs = (happened + others) / 2 - 1;
  const isNear = (a: number) =>
    Math.abs(a - value) <= Z95 * Math.sqrt((a * (1 - a) * (1 + (pairs * (1 - a)) / (2 - a) + (pairs * a) / (1 + a))) / (happened * others));
  const edge = (far: number) => {
    let [near, away] = [value, far];
    for (let step = 0; step < 60; step += 1) {
      const middle = (near + away) / 2;
      if (isNear(middle)) near = middle;
      else away = middle;
    }
    return near;
  };
  return [edge(0), edge(1)];
}
