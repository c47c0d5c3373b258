import type { ReactNode } from "react";
import { useBearings } from "@/app/w/[workspace]/bearings";
import { MarkList } from "@/app/w/[workspace]/marks/mark-list";
import { trendCaption } from "@/app/w/[workspace]/trend-caption";
import { ChartFrame } from "@/components/charts/chart-frame";
import { byPlace, placeMarks, withMarks } from "@/components/charts/marks";
import { TrendChart } from "@/components/charts/trend-chart";
import type { TrendPoint } from "@/components/charts/trend-points";
import { fileFigure, fileHeading, showFull, showTick } from "@/components/metric/show";
import { marksOf } from "@/lib/annotations/rules";
import { addMonths, parsePeriod } from "@/lib/kernel/period";
import { describePeriod, periodText } from "@/lib/kernel/period-words";
import { type Comparison, comparedPeriod } from "@/lib/metrics/comparison";
import type { MetricFace, Reading } from "@/lib/metrics/types";
import { targetFor } from "@/lib/targets/rules";

type Props = {
  face: MetricFace;
  reading: Reading;
  period: string;
  title: string;
  /** The readings are of some accounts: targets, which are of all, are not drawn. */
  isFiltered?: boolean;
  /** What each period is held against where one points at it. */
  compare: Comparison;
  controls?: ReactNode;
  height?: number;
  onOpen?: (period: string) => void;
};

/** A metric's periods up to this one, with what they were to reach and what happened in them. */
export function Trend({ face, reading, period, title, isFiltered = false, compare, controls, height = 270, onOpen }: Props) {
  const { targets, marks } = useBearings();
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
      compared: comparedIn(reading.trend ?? [], comparedPeriod(key, compare)),
      target: isFiltered ? null : (targetFor(targets, face.id, { kind, end: each.period.end })?.value ?? null),
    };
  });
  // Twelve months are drawn at the last of them.
  const stretches = readings.map(({ period: { start, end } }, index) => ({
    key: points[index]?.key ?? "",
    from: kind === "t12m" ? addMonths(end, -1) : start,
    until: end,
  }));
  const placed = placeMarks(marksOf(marks, face), stretches);
  const places = byPlace(placed);
  const hasTarget = points.some(({ target }) => target !== null);
  return (
    <>
      <ChartFrame
        title={title}
        fileName={`${face.id}-${period}`}
        height={height}
        controls={controls}
        caption={trendCaption(face, { readings, points, writing, isTrailing: kind === "t12m" })}
        twin={withMarks(
          {
            columns: ["Period", fileHeading(face.name, writing), ...(hasTarget ? [fileHeading("Target", writing)] : []), "Rows"],
            rows: points.map(({ key, label, value, target = null, partial }, index) => {
              const rows = readings[index]?.rows ?? 0;
              const name = partial ? `${label} (so far)` : label;
              return {
                key,
                cells: [name, showFull(value, writing), ...(hasTarget ? [showFull(target, writing)] : []), String(rows)],
                file: [key, fileFigure(value, writing), ...(hasTarget ? [fileFigure(target, writing)] : []), rows],
              };
            }),
          },
          places,
        )}
      >
        {points.every(({ value }) => value === null) ? (
          <p className="py-16 text-center text-ink-2 text-sm">No figure up to this period yet.</p>
        ) : (
          <TrendChart
            points={points}
            unit={reading.unit}
            marks={places}
            {...(face.scale ? { scale: face.scale } : {})}
            height={height}
            format={(value) => showFull(value, writing)}
            formatTick={(value) => showTick(value, writing)}
            {...(onOpen ? { onOpen } : {})}
          />
        )}
      </ChartFrame>
      {points.length === 0 ? null : <MarkList marks={placed} metric={face} />}
    </>
  );
}

// Before the first account there is nothing to draw.
function since(trend: readonly Reading[]): readonly Reading[] {
  const first = trend.findIndex(({ rows }) => rows > 0);
  return first < 0 ? [] : trend.slice(first);
}

function comparedIn(readings: readonly Reading[], period: string | null): NonNullable<TrendPoint["compared"]> | null {
  const wanted = period === null ? null : parsePeriod(period);
  const found = readings.find(({ period: { start, end } }) => start === wanted?.start && end === wanted.end);
  return period === null || found === undefined ? null : { label: describePeriod(period), value: found.value };
}
