import type { HealthConfig, Scorecard } from "@/lib/health/config";
import type { AgedLimits, MeasureFace } from "@/lib/health/measure";

/** The same draft with one of its cards changed. */
export function withCard(draft: HealthConfig, id: string, change: (card: Scorecard) => Scorecard): HealthConfig {
  return { ...draft, cards: draft.cards.map((card) => (card.id === id ? change(card) : card)) };
}

/** A new card before the one for everybody else, alike to it until it is changed. */
export function withNewCard(draft: HealthConfig): { draft: HealthConfig; id: string } {
  const last = draft.cards.at(-1);
  if (last === undefined) throw new Error("a set of scorecards has a last one");
  const id = freeId(draft);
  const card: Scorecard = { ...last, id, name: `Scorecard ${draft.cards.length}`, match: { dimension: "segment", values: [] } };
  return { draft: { ...draft, cards: [...draft.cards.slice(0, -1), card, last] }, id };
}

export function withoutCard(draft: HealthConfig, id: string): HealthConfig {
  return { ...draft, cards: draft.cards.filter((card) => card.id !== id) };
}

/** Takes a card one place forward or back; the last one stays the last. */
export function withMoved(draft: HealthConfig, id: string, by: -1 | 1): HealthConfig {
  const cards = [...draft.cards];
  const from = cards.findIndex((card) => card.id === id);
  const [one, other] = [cards[from], cards[from + by]];
  if (!one || !other || one.match === null || other.match === null) return draft;
  [cards[from], cards[from + by]] = [other, one];
  return { ...draft, cards };
}

/** The limits of a measure on a card: its own, or those the measure comes with. */
export function limitsOn(card: Scorecard, face: MeasureFace): AgedLimits {
  return card.limits[face.id] ?? face.limits;
}

export function withLimits(card: Scorecard, face: MeasureFace, limits: AgedLimits): Scorecard {
  const { younger, ...plain } = limits;
  const held = younger && younger.length > 0 ? { ...plain, younger: younger.map((one) => ({ ...one })) } : plain;
  return { ...card, limits: { ...card.limits, [face.id]: held } };
}

export function withWeight(card: Scorecard, id: string, weight: number): Scorecard {
  return { ...card, weights: { ...card.weights, [id]: weight } };
}

/** The share of a card's weight that a measure has, 0 to 1. */
export function shareOf(card: Scorecard, id: string): number {
  const whole = Object.values(card.weights).reduce((sum, weight) => sum + weight, 0);
  return whole === 0 ? 0 : (card.weights[id] ?? 0) / whole;
}

/** Two drafts that say the same, in whatever order they say it. */
export function isSame(one: HealthConfig, other: HealthConfig): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => [key, ordered(each)]);
}

function freeId({ cards }: HealthConfig): string {
  for (let n = cards.length; ; n += 1) if (!cards.some(({ id }) => id === `card-${n}`)) return `card-${n}`;
}
