import { ALL_DIMENSIONS, type Dimension } from "@/lib/kernel/dimension";
import { type Period, type PeriodKind, parsePeriod, previousPeriod } from "@/lib/kernel/period";
import { UsageError } from "@/lib/kernel/usage-error";
import type { Metric } from "@/lib/metrics/definition";
import { findMetric, metrics } from "@/lib/metrics/registry";
import type { Filter, ReadingRequest } from "@/lib/metrics/types";

const MOST_TREND = 120;

export type KindedPeriod = Period & { kind: PeriodKind };

/** A request that makes sense: everything in it is known. */
export type Checked = { metrics: readonly Metric[]; period: KindedPeriod; trend: KindedPeriod[]; by: Dimension | null; where: Filter };

/** Throws a UsageError, one plain sentence, for what does not exist. */
export function checkRequest(request: ReadingRequest): Checked {
  const period = checkPeriod(request.period);
  const trend = request.trend ?? 0;
  if (!Number.isInteger(trend) || trend < 0 || trend > MOST_TREND)
    throw new UsageError(`A trend has between 1 and ${MOST_TREND} periods, not ${trend}.`);
  const by = request.by === undefined ? null : checkDimension(request.by);
  const where = checkFilter(request.where ?? {});
  return {
    metrics:
      request.ids === undefined ? metrics.filter((metric) => lacking(metric, where) === undefined) : request.ids.map(asked(by, where)),
    period,
    trend: Array.from({ length: trend }, (_, index) => previousPeriod(period, trend - 1 - index)),
    by,
    where,
  };
}

/** Whether a metric can be split by a dimension. */
export function hasDimension({ face }: Metric, dimension: Dimension): boolean {
  return face.dimensions.includes(dimension);
}

function asked(by: Dimension | null, where: Filter): (id: string) => Metric {
  return (id) => {
    const metric = checkMetric(id);
    const foreign = by !== null && !hasDimension(metric, by) ? by : lacking(metric, where);
    if (foreign !== undefined) throw new UsageError(`${id} is not counted by ${foreign}; it is by ${metric.face.dimensions.join(", ")}.`);
    return metric;
  };
}

function lacking(metric: Metric, where: Filter): Dimension | undefined {
  return ALL_DIMENSIONS.find((dimension) => dimension in where && !hasDimension(metric, dimension));
}

export function checkPeriod(text: string): KindedPeriod {
  const period = parsePeriod(text);
  if (period === null)
    throw new UsageError(`There is no period ${text}; write 2024-12, 2024-Q4, 2024, t12m:2024-12 or 2024-12-01..2024-12-15.`);
  return period;
}

export function checkMetric(id: string): Metric {
  const metric = findMetric(id);
  if (metric === undefined)
    throw new UsageError(`There is no metric ${id}; the metrics are ${metrics.map(({ face }) => face.id).join(", ")}.`);
  return metric;
}

export function checkDimension(text: string): Dimension {
  const dimension = ALL_DIMENSIONS.find((known) => known === text);
  if (dimension === undefined) throw new UsageError(`There is no dimension ${text}; the dimensions are ${ALL_DIMENSIONS.join(", ")}.`);
  return dimension;
}

export function checkFilter(where: Record<string, string | null | undefined>): Filter {
  return Object.fromEntries(
    Object.entries(where).map(([dimension, value]) => [checkDimension(dimension), value === undefined || value === "" ? null : value]),
  );
}
