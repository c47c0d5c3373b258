"use client";

import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { axisOf, type Scale } from "@/components/charts/axis";
import type { PlaceMark } from "@/components/charts/marks";
import { type DrawnPoint, drawnPoints, type TrendPoint } from "@/components/charts/trend-points";
import { TrendTip } from "@/components/charts/trend-tip";
import type { Unit } from "@/lib/kernel/unit";

type Props = {
  points: readonly TrendPoint[];
  unit: Unit;
  scale?: Scale;
  format: (value: number) => string;
  /** Of an axis: shorter. */
  formatTick: (value: number) => string;
  marks?: readonly PlaceMark[];
  height?: number;
  onOpen?: (key: string) => void;
};

const TICK = { fontSize: 11, fill: "var(--ink-3)" };

/** Draws the points it is given. It fetches nothing, computes nothing and knows no metric. */
export function TrendChart({ points, unit, scale, format, formatTick, marks = [], height = 260, onOpen }: Props) {
  const drawn = drawnPoints(points);
  const axis = axisOf(
    points.flatMap(({ value, low, high, target }) => [value, low ?? null, high ?? null, target ?? null]),
    unit,
    scale,
  );
  const labels = new Map(points.map(({ key, label }) => [key, label]));
  const lines = { type: "linear", connectNulls: false, isAnimationActive: false } as const;
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 880, height }}>
      <ComposedChart
        data={drawn}
        margin={{ top: marks.length > 0 ? 20 : 12, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        className={onOpen ? "cursor-pointer" : ""}
        onClick={({ activeIndex }) => {
          const key = activeIndex === undefined || activeIndex === null ? undefined : drawn[Number(activeIndex)]?.key;
          if (key !== undefined) onOpen?.(key);
        }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="key"
          tick={TICK}
          tickFormatter={(key) => labels.get(String(key)) ?? ""}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
          minTickGap={28}
          tickMargin={8}
          padding={{ left: 8, right: 8 }}
        />
        <YAxis
          width={56}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          domain={axis.domain}
          ticks={axis.ticks}
          tickFormatter={formatTick}
        />
        {drawn.some(({ band }) => band) ? (
          <Area dataKey="band" stroke="none" fill="var(--chart-1)" fillOpacity={0.13} dot={false} activeDot={false} {...lines} />
        ) : null}
        {marks.map(({ at, signs }) => (
          <ReferenceLine
            key={at}
            x={at}
            stroke="var(--ink-3)"
            strokeDasharray="1 3"
            label={{ value: signs, position: "top", ...TICK, fill: "var(--ink)" }}
          />
        ))}
        {drawn.some(({ target }) => target !== null) ? (
          <Line dataKey="target" stroke="var(--ink-3)" strokeDasharray="6 4" dot={ticked(drawn)} activeDot={false} {...lines} type="step" />
        ) : null}
        <Line
          dataKey="whole"
          stroke="var(--chart-1)"
          strokeWidth={2}
          dot={lonely(drawn)}
          activeDot={{ r: 3.5, fill: "var(--chart-1)", stroke: "var(--sheet)" }}
          {...lines}
        />
        <Line
          dataKey="open"
          stroke="var(--chart-1)"
          strokeWidth={2}
          strokeDasharray="3 4"
          dot={end(drawn)}
          activeDot={{ r: 3.5, fill: "var(--sheet)", stroke: "var(--chart-1)" }}
          {...lines}
        />
        <Tooltip
          cursor={{ stroke: "var(--line-strong)" }}
          isAnimationActive={false}
          content={({ label, active }) =>
            active ? (
              <TrendTip
                point={points.find(({ key }) => key === label)}
                marks={marks.find(({ at }) => at === label)?.words ?? []}
                format={format}
                canOpen={onOpen !== undefined}
              />
            ) : null
          }
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

type DotProps = { index?: number; cx?: number; cy?: number };

// A finished month between two gaps has no line to be seen by.
function lonely(drawn: readonly DrawnPoint[]) {
  return function Dot({ index = 0, cx = 0, cy = 0 }: DotProps) {
    const alone = drawn[index]?.whole != null && drawn[index - 1]?.whole == null && drawn[index + 1]?.whole == null;
    return alone ? <circle key={index} cx={cx} cy={cy} r={2.5} fill="var(--chart-1)" /> : <g key={index} />;
  };
}

// So has a target of one period alone.
function ticked(drawn: readonly DrawnPoint[]) {
  return function Dot({ index = 0, cx = 0, cy = 0 }: DotProps) {
    const alone = drawn[index]?.target != null && drawn[index - 1]?.target == null && drawn[index + 1]?.target == null;
    return alone ? <path key={index} d={`M${cx - 12} ${cy}h24`} stroke="var(--ink-3)" strokeDasharray="6 4" /> : <g key={index} />;
  };
}

function end(drawn: readonly DrawnPoint[]) {
  return function Dot({ index = 0, cx = 0, cy = 0 }: DotProps) {
    const last = drawn[index]?.open != null && index === drawn.length - 1;
    return last ? (
      <circle key={index} cx={cx} cy={cy} r={3} fill="var(--sheet)" stroke="var(--chart-1)" strokeWidth={1.5} />
    ) : (
      <g key={index} />
    );
  };
}
