import type { History, Point } from "@/lib/health/back-test/history";
import { scoreKnown } from "@/lib/health/back-test/rescore";
import { churnsIn, NEEDED_CHURNS } from "@/lib/health/back-test/verdict";
import type { HealthConfig, Scorecard } from "@/lib/health/config";
import { MEASURES } from "@/lib/health/registry";
import { limitsOf } from "@/lib/health/score";
import { type Case, fitWeights, scoreWith } from "@/lib/health/weights/fit";
import { type AucInterval, aucInterval } from "@/lib/kernel/auc-interval";
import { crossValidated } from "@/lib/kernel/cross-validation";
import { gradeOf } from "@/lib/kernel/health-score";

/** A measure's weight now and as history would have it; both of a sum of 100. */
export type SuggestedWeight = { readonly id: string; readonly current: number; readonly suggested: number; readonly turned: boolean };

type OfCard = { readonly card: string; readonly name: string; readonly churns: number };

/**
 * What history says of a scorecard's weights. `current` and `suggested` are AUCs on the same cases; the suggested one is of accounts that had no part
 * in the weights they were scored by. `nothing`: its interval holds 0.5, so that the measures foretell no better than chance.
 */
export type Suggestion =
  | (OfCard & { readonly kind: "too-few"; readonly needed: number })
  | (OfCard & { readonly kind: "nothing"; readonly current: AucInterval | null; readonly suggested: AucInterval | null })
  | (OfCard & {
      readonly kind: "suggested";
      readonly current: AucInterval;
      readonly suggested: AucInterval;
      readonly ridge: number;
      readonly weights: readonly SuggestedWeight[];
    });

/** So many cases are fitted at most: all before a churn, and of the others every n-th. The order of an AUC does not feel it. */
const MOST_CASES = 2_000;

/** Weights for each scorecard of a version, from history, beside its own. The same history always gives the same. Limits stay as they are. */
export function suggestWeights({ points }: Pick<History, "points">, config: HealthConfig): Suggestion[] {
  const scored = points.map((point) => ({ point, ...scoreKnown(point, config) }));
  return config.cards.map((card) => {
    const own = scored.filter((each) => each.card === card.id && each.score !== null);
    const churns = churnsIn(own.map(({ point }) => point));
    const of = { card: card.id, name: card.name, churns };
    if (churns < NEEDED_CHURNS) return { kind: "too-few", ...of, needed: NEEDED_CHURNS };
    return { ...of, ...compared(thinned(own.map(({ point, score }) => ({ ...caseOf(point, card), current: score }))), card) };
  });
}

type Compared = Case & { readonly current: number | null };

function compared(cases: readonly Compared[], card: Scorecard) {
  const told = crossValidated(cases, (some) => {
    const weights = fitWeights(some);
    return weights && ((one) => scoreWith(weights, one));
  });
  const both = cases.flatMap(({ group, happened, current }, i) => {
    const suggested = told[i] ?? null;
    return current === null || suggested === null ? [] : [{ group, happened, current, suggested }];
  });
  const current = aucInterval(both.map((one) => ({ ...one, score: -one.current })));
  const suggested = aucInterval(both.map((one) => ({ ...one, score: -one.suggested })));
  const weights = fitWeights(cases);
  if (current === null || suggested === null || weights === null || suggested.interval[0] <= 0.5)
    return { kind: "nothing" as const, current, suggested };
  return { kind: "suggested" as const, current, suggested, ridge: weights.ridge, weights: beside(weights, card) };
}

function beside({ weights, turned }: NonNullable<ReturnType<typeof fitWeights>>, card: Scorecard): SuggestedWeight[] {
  const whole = Object.values(card.weights).reduce((sum, weight) => sum + weight, 0);
  return MEASURES.map(({ face: { id } }, i) => ({
    id,
    current: ((card.weights[id] ?? 0) / whole) * 100,
    suggested: weights[i] ?? 0,
    turned: turned.includes(id),
  }));
}

function caseOf({ accountId, churnedOn, inputs, tenureDays }: Point, card: Scorecard): Case {
  const features = MEASURES.map((measure, i) => {
    const value = inputs[i] ?? null;
    return value === null ? null : gradeOf(value, limitsOf(measure, card, tenureDays));
  });
  return { group: accountId, happened: churnedOn !== null, features };
}

function thinned<One extends Case>(cases: readonly One[]): One[] {
  const others = cases.filter(({ happened }) => !happened);
  const room = Math.max(1, MOST_CASES - (cases.length - others.length));
  const step = Math.max(1, others.length / room);
  const kept = new Set(Array.from({ length: Math.min(others.length, room) }, (_, i) => others[Math.floor(i * step)]));
  return cases.filter((one) => one.happened || kept.has(one));
}
