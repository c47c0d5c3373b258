import { shown } from "@/lib/kernel/number-format";
import type { Better, Unit } from "@/lib/kernel/unit";

/**
 * How a figure differs from an earlier one. Shares and scores move in points (2 % to 3 % churn is one point up, not fifty percent),
 * everything else relative to the size of what it was. From zero there is no proportion: that is new. Where either is no answer, unknown.
 */
export type Change =
  | { readonly kind: "unknown" }
  | { readonly kind: "new"; readonly by: number }
  | { readonly kind: "points"; readonly by: number }
  | { readonly kind: "relative"; readonly by: number };

/**
 * The change from `before` to `now`. `points`: percentage points for a share, the scale's own for a score. `relative`:
 * (now − before) ÷ |before|, 0.5 for half as much again, so that a loss that halves is an improvement of half.
 * From zero to anything else is `new`, by that much; from a figure to itself it is nothing: points or relative, by 0.
 */
export function change(now: number | null, before: number | null, unit: Unit): Change {
  if (now === null || before === null) return { kind: "unknown" };
  if (unit === "share") return { kind: "points", by: (now - before) * 100 };
  if (unit === "score") return { kind: "points", by: now - before };
  if (now === before) return { kind: "relative", by: 0 };
  return before === 0 ? { kind: "new", by: now } : { kind: "relative", by: (now - before) / Math.abs(before) };
}

/** A 95 % interval, or none. */
type Span = readonly [number, number] | null;

/**
 * Whether two figures may well be the same but for chance: they differ by less than √(h₁² + h₂²), h being half the width of their 95 % intervals,
 * which is 1.96 standard errors of the difference. False where one has no interval. Source: metrics.md §8.
 */
export function isWithinChance(
  now: { value: number | null; interval: Span },
  before: { value: number | null; interval: Span } | undefined,
): boolean {
  if (!before || now.value === null || before.value === null || now.interval === null || before.interval === null) return false;
  const half = ([low, high]: readonly [number, number]) => (high - low) / 2;
  return Math.abs(now.value - before.value) < Math.hypot(half(now.interval), half(before.interval));
}

/** The change in words: `+1.2 pts`, `−38%`, `new`, `no change`, `nothing to compare with`. One digit at most. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case "unknown":
      return "nothing to compare with";
    case "new":
      return "new";
    case "points":
      return signed(change.by, {}, " pts");
    case "relative":
      return signed(change.by, { style: "percent" }, "");
  }
}

/** Whether a change is good news. `better` decides, never the sign alone: less churn is better. Nothing and the unknown are neither. */
export function verdict(change: Change, better: Better): "better" | "worse" | "neither" {
  if (better === "neither" || change.kind === "unknown" || change.by === 0) return "neither";
  return change.by > 0 === (better === "higher") ? "better" : "worse";
}

function signed(by: number, style: Intl.NumberFormatOptions, unit: string): string {
  const text = shown({ ...style, signDisplay: "exceptZero", maximumFractionDigits: 1 }, by);
  return /[1-9]/.test(text) ? `${text}${unit}` : "no change";
}
