import type { TrendPoint } from "@/components/charts/trend-points";
import { showFull, type Writing } from "@/components/metric/show";
import { change, describeChange } from "@/lib/kernel/change";
import type { MetricFace, Reading } from "@/lib/metrics/types";

type Drawn = { readings: readonly Reading[]; points: readonly TrendPoint[]; writing: Writing; isTrailing: boolean };

/** A trend in words: from where to where it went, and what else is drawn. */
export function trendCaption(
  { name, atEnd }: Pick<MetricFace, "name" | "atEnd">,
  { readings, points, writing, isTrailing }: Drawn,
): string {
  const [first] = readings;
  const last = readings.at(-1);
  if (!first || !last) return "";
  if (readings.length < 2) return `${name}: one period is no trend yet.`;
  const moved = describeChange(change(last.value, first.value, last.unit));
  const trailing = isTrailing && !atEnd ? ", each point the twelve months up to it" : "";
  const target = points.findLast((point) => point.target != null)?.target;
  return [
    `${name}, ${points[0]?.label} to ${points.at(-1)?.label}${trailing}: from ${showFull(first.value, writing)} to ${showFull(last.value, writing)} (${moved}).`,
    last.partial ? "The last point is not over yet and is dashed." : "",
    last.interval ? "The band is the 95 % interval." : "",
    target == null ? "" : `The grey dashed line is the target, ${showFull(target, writing)} at the end.`,
  ]
    .filter(Boolean)
    .join(" ");
}
