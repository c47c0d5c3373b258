import type { ReactNode } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { TrendChart } from "@/components/charts/trend-chart";
import type { TrendPoint } from "@/components/charts/trend-points";
import { fileFigure, fileHeading, showFull, showTick } from "@/components/metric/show";
import { change, describeChange } from "@/lib/kernel/change";
import { parsePeriod } from "@/lib/kernel/period";
import { describePeriod, periodText } from "@/lib/kernel/period-words";
import type { MetricFace, Reading } from "@/lib/metrics/types";

type Props = {
  face: MetricFace;
  reading: Reading;
  period: string;
  title: string;
  controls?: ReactNode;
  height?: number;
  onOpen?: (period: string) => void;
};

/** A metric's periods up to this one. */
export function Trend({ face, reading, period, title, controls, height = 270, onOpen }: Props) {
  const writing = { unit: reading.unit, currency: reading.currency, digits: face.digits };
  const kind = parsePeriod(period)?.kind ?? "month";
  const readings = since(reading.trend ?? []);
  const points: TrendPoint[] = readings.map((each) => {
    const key = periodText({ kind, ...each.period });
    return {
      key,
      label: describePeriod(key).replace("12 months to ", ""),
      value: each.value,
      partial: each.partial,
      low: each.interval?.[0] ?? null,
      high: each.interval?.[1] ?? null,
    };
  });
  return (
    <ChartFrame
      title={title}
      fileName={`${face.id}-${period}`}
      height={height}
      controls={controls}
      caption={captionOf(face, readings, points, kind === "t12m")}
      twin={{
        columns: ["Period", fileHeading(face.name, writing), "Rows"],
        rows: points.map(({ key, label, value, partial }, index) => ({
          key,
          cells: [partial ? `${label} (so far)` : label, showFull(value, writing), String(readings[index]?.rows ?? 0)],
          file: [key, fileFigure(value, writing), readings[index]?.rows ?? 0],
        })),
      }}
    >
      {points.every(({ value }) => value === null) ? (
        <p className="py-16 text-center text-ink-2 text-sm">No figure up to this period yet.</p>
      ) : (
        <TrendChart
          points={points}
          unit={reading.unit}
          {...(face.scale ? { scale: face.scale } : {})}
          height={height}
          format={(value) => showFull(value, writing)}
          formatTick={(value) => showTick(value, writing)}
          {...(onOpen ? { onOpen } : {})}
        />
      )}
    </ChartFrame>
  );

  function captionOf(of: MetricFace, all: readonly Reading[], drawn: readonly TrendPoint[], trailing: boolean): string {
    const [first] = all;
    const last = all.at(-1);
    if (!first || !last) return "";
    if (all.length < 2) return `${of.name}: one period is no trend yet.`;
    const moved = describeChange(change(last.value, first.value, last.unit));
    const span = `${of.name}, ${drawn[0]?.label} to ${drawn.at(-1)?.label}${trailing ? ", each point the twelve months up to it" : ""}`;
    return `${span}: from ${showFull(first.value, writing)} to ${showFull(last.value, writing)} (${moved}).${last.partial ? " The last point is not over yet and is dashed." : ""}${last.interval ? " The band is the 95 % interval." : ""}`;
  }
}

// Before the first account there is nothing to draw.
function since(trend: readonly Reading[]): readonly Reading[] {
  const first = trend.findIndex(({ rows }) => rows > 0);
  return first < 0 ? [] : trend.slice(first);
}
