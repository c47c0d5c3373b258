import { kaplanMeier, survivalMedian } from "@/lib/kernel/kaplan-meier";
import { type DerivedMetric, isSpread, type MeasuredMetric } from "@/lib/metrics/definition";
import type { Placed } from "@/lib/metrics/instants";
import type { Sums } from "@/lib/metrics/sums";
import type { Reading } from "@/lib/metrics/types";
import type { Scope } from "@/lib/platform/scope";

export type ReadingContext = {
  readonly asOf: Date;
  readonly scope: Pick<Scope, "currency">;
  /** Metrics that lack what they require. */
  readonly unanswered: ReadonlySet<string>;
};

/**
 * A reading from its sums; `undefined` sums mean that there is no row. A period wholly ahead has no answer, unless the metric looks ahead, and none
 * has one where the workspace lacks what the metric requires.
 */
export function readingOf(metric: MeasuredMetric, sums: Sums | undefined, placed: Placed, context: ReadingContext): Reading {
  if ((placed.startAt >= context.asOf && !metric.ahead) || context.unanswered.has(metric.face.id)) return blank(metric, placed, context);
  const { numerator, denominator, rows, details } = sums ?? nothing(metric);
  const shown = {
    ...blank(metric, placed, context),
    rows,
    details,
    ...(metric.from === undefined ? {} : { from: [...metric.from] }),
  };
  if (isSpread(metric)) return { ...shown, value: sums?.lives ? survivalMedian(kaplanMeier(sums.lives)) : (sums?.value ?? null) };
  if (sums?.unpriced) return shown;
  return {
    ...shown,
    value: sums === undefined ? (metric.denominator === undefined ? 0 : null) : sums.value,
    numerator,
    denominator: metric.denominator === undefined ? null : denominator,
    interval: (sums && metric.interval?.(sums)) ?? null,
  };
}

/** A derived reading; it has rows and named counts, but no numerator of its own. A period wholly ahead has no answer. */
export function derivedReading(
  metric: DerivedMetric,
  derived: Pick<Reading, "value" | "details" | "rows">,
  placed: Placed,
  context: ReadingContext,
): Reading {
  if (placed.startAt >= context.asOf) return blank(metric, placed, context);
  return { ...blank(metric, placed, context), ...derived, from: [...metric.from] };
}

function blank({ face }: Pick<MeasuredMetric, "face">, { period, endAt }: Placed, { asOf, scope }: ReadingContext): Reading {
  return {
    id: face.id,
    unit: face.unit,
    ...(face.unit === "money" ? { currency: scope.currency } : {}),
    period: { start: period.start, end: period.end },
    value: null,
    numerator: null,
    denominator: null,
    rows: 0,
    interval: null,
    asOf: asOf.toISOString(),
    partial: endAt > asOf,
    details: {},
    parts: null,
  };
}

/** Whether a named detail is a mean, a share or a pace, which does not add up and is null of nothing. */
export function isQuotient(formula: string | undefined): boolean {
  return formula?.includes("/") ?? false;
}

function nothing({ details }: MeasuredMetric): Sums {
  return {
    numerator: 0,
    denominator: 0,
    value: null,
    rows: 0,
    unpriced: false,
    squares: 0,
    details: Object.fromEntries(Object.entries(details).map(([name, formula]) => [name, isQuotient(formula) ? null : 0])),
  };
}
