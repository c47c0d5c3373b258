import type { Grouped } from "@/lib/kernel/auc-interval";
import { Z95 } from "@/lib/kernel/normal";

export type Lift = {
  /** How many times as often it happened among the tenth that scored highest as among all. */
  readonly lift: number;
  /** 95 %; null where it never happened among them, or to one group only. */
  readonly interval: [number, number] | null;
  /** The share to whom it happened among the highest tenth, and among all. */
  readonly highest: number;
  readonly all: number;
};

const TENTH = 0.1;

/**
 * The lift of the highest tenth: to what share of the 10 % of cases that score highest something happened ÷ to what share of all. Where the edge of
 * the tenth falls among cases that score the same, each counts by the part of them that is still needed, so that their order does not matter.
 *
 * The interval is on the logarithm, with the spread of groups (an account's months) and not of cases: each group's part in both shares, linearised.
 * The edge of the tenth is taken as given. Ratio. Null over no cases, or where it happened to nobody.
 * Source: Kish & Frankel 1974 (linearisation); Katz et al. 1978 (the logarithm).
 */
export function liftOf(cases: readonly Grouped[]): Lift | null {
  const happened = cases.filter((one) => one.happened).length;
  if (happened === 0) return null;
  const parts = partsOf(cases);
  const size = parts.reduce((sum, part) => sum + part, 0);
  const within = cases.reduce((sum, one, i) => sum + (one.happened ? (parts[i] ?? 0) : 0), 0);
  const [highest, all] = [within / size, happened / cases.length];
  const groups = new Map<string, number>();
  cases.forEach((one, i) => {
    const [y, part] = [one.happened ? 1 : 0, parts[i] ?? 0];
    const by = (part * (y - highest)) / within - (y - all) / happened;
    groups.set(one.group, (groups.get(one.group) ?? 0) + by);
  });
  const lift = highest / all;
  if (within === 0 || groups.size < 2) return { lift, interval: null, highest, all };
  const variance = (groups.size / (groups.size - 1)) * [...groups.values()].reduce((sum, by) => sum + by ** 2, 0);
  const factor = Math.exp(Z95 * Math.sqrt(variance));
  return { lift, interval: [lift / factor, lift * factor], highest, all };
}

// How much of each case belongs to the tenth, in their order.
function partsOf(cases: readonly Grouped[]): number[] {
  const scores = cases.map(({ score }) => score).sort((a, b) => b - a);
  const wanted = cases.length * TENTH;
  const edge = scores[Math.max(0, Math.ceil(wanted) - 1)] ?? 0;
  const above = cases.filter(({ score }) => score > edge).length;
  const tied = cases.filter(({ score }) => score === edge).length;
  return cases.map(({ score }) => (score > edge ? 1 : score === edge ? (wanted - above) / tied : 0));
}
