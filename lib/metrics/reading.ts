import { wilson } from "@/lib/kernel/wilson";
import type { DerivedMetric, RowMetric } from "@/lib/metrics/definition";
import type { Placed } from "@/lib/metrics/instants";
import type { Sums } from "@/lib/metrics/sums";
import type { Reading } from "@/lib/metrics/types";
import type { Scope } from "@/lib/platform/scope";

export type ReadingContext = { readonly asOf: Date; readonly scope: Pick<Scope, "currency"> };

/** A reading from its sums; `undefined` sums mean that there is no row. A period wholly ahead has no answer, unless the metric looks ahead. */
export function readingOf(metric: RowMetric, sums: Sums | undefined, placed: Placed, context: ReadingContext): Reading {
  if (placed.startAt >= context.asOf && !metric.ahead) return { ...blank(metric, placed, context), numerator: null, denominator: null };
  const { numerator, denominator, rows, details } = sums ?? nothing(metric);
  const shown = {
    ...blank(metric, placed, context),
    rows,
    details,
    ...(metric.from === undefined ? {} : { from: [...metric.from] }),
  };
  if (sums?.unpriced) return { ...shown, numerator: null, denominator: null };
  return {
    ...shown,
    value: sums === undefined ? (metric.denominator === undefined ? 0 : null) : sums.value,
    numerator,
    denominator: metric.denominator === undefined ? null : denominator,
    interval: metric.interval === "wilson" ? wilson(numerator, denominator) : null,
  };
}

/** A derived reading; it has rows and named counts, but no numerator of its own. */
export function derivedReading(
  metric: DerivedMetric,
  derived: Pick<Reading, "value" | "details" | "rows">,
  placed: Placed,
  context: ReadingContext,
): Reading {
  return { ...blank(metric, placed, context), ...derived, from: [...metric.from] };
}

function blank({ face }: Pick<RowMetric, "face">, { period, endAt }: Placed, { asOf, scope }: ReadingContext): Reading {
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

function nothing({ details }: RowMetric): Sums {
  return {
    numerator: 0,
    denominator: 0,
    value: null,
    rows: 0,
    unpriced: false,
    details: Object.fromEntries(Object.keys(details).map((name) => [name, 0])),
  };
}
