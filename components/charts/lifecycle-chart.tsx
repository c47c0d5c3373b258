"use client";

import { Bar, BarChart, CartesianGrid, Cell, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { axisOf } from "@/components/charts/axis";
import type { PlaceMark } from "@/components/charts/marks";

export type LifecyclePoint = {
  key: string;
  label: string;
  new: number;
  returning: number;
  resurrecting: number;
  dormant: number;
  partial: boolean;
};

const SERIES = [
  { id: "returning", label: "Returning", colour: "var(--chart-1)" },
  { id: "resurrecting", label: "Came back", colour: "var(--chart-3)" },
  { id: "new", label: "New", colour: "var(--chart-2)" },
  { id: "dormant", label: "Stayed away", colour: "var(--chart-6)" },
] as const;

const TICK = { fontSize: 11, fill: "var(--ink-3)" };

/** Those who were there stand above the line, those who were there before and no longer are hang below it. A stretch that is not over is paler. */
export function LifecycleChart({
  points,
  marks,
  height = 280,
}: {
  points: readonly LifecyclePoint[];
  marks: readonly PlaceMark[];
  height?: number;
}) {
  const labels = new Map(points.map(({ key, label }) => [key, label]));
  const drawn = points.map((point) => ({ ...point, dormant: -point.dormant }));
  const { domain, ticks } = axisOf(
    points.flatMap((point) => [point.new + point.returning + point.resurrecting, -point.dormant]),
    "count",
  );
  return (
    <>
      <ul aria-hidden="true" className="mb-1 flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
        {SERIES.map(({ id, label, colour }) => (
          <li key={id} className="inline-flex items-center gap-1.5">
            <span className="size-2.5 rounded-xs" style={{ background: colour }} />
            {label}
          </li>
        ))}
      </ul>
      <ResponsiveContainer width="100%" height={height - 24} initialDimension={{ width: 880, height: height - 24 }}>
        <BarChart
          data={drawn}
          stackOffset="sign"
          margin={{ top: marks.length > 0 ? 20 : 8, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="key"
            tick={TICK}
            tickFormatter={(key) => labels.get(String(key)) ?? ""}
            tickLine={false}
            axisLine={false}
            minTickGap={16}
            tickMargin={8}
          />
          <YAxis
            width={44}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            domain={domain}
            ticks={ticks}
            tickFormatter={(value: number) => Math.abs(value).toLocaleString("en-US")}
          />
          {SERIES.map(({ id, colour }) => (
            <Bar key={id} dataKey={id} stackId="life" fill={colour} maxBarSize={44} isAnimationActive={false}>
              {points.map(({ key, partial }) => (
                <Cell key={key} fillOpacity={partial ? 0.45 : 1} />
              ))}
            </Bar>
          ))}
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          {marks.map(({ at, signs }) => (
            <ReferenceLine
              key={at}
              x={at}
              stroke="var(--ink-3)"
              strokeDasharray="1 3"
              label={{ value: signs, position: "top", ...TICK, fill: "var(--ink)" }}
            />
          ))}
          <Tooltip
            cursor={{ fill: "var(--sunk)", fillOpacity: 0.6 }}
            isAnimationActive={false}
            content={({ label, active }) => (active ? <Tip point={points.find(({ key }) => key === label)} /> : null)}
          />
        </BarChart>
      </ResponsiveContainer>
    </>
  );
}

function Tip({ point }: { point: LifecyclePoint | undefined }) {
  if (!point) return null;
  return (
    <div className="rounded-md border border-line bg-sheet px-3 py-2 text-xs shadow-float">
      <p className="text-ink-3">
        {point.label}
        {point.partial ? ", so far" : ""}
      </p>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-4">
        {SERIES.map(({ id, label }) => (
          <div key={id} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="figures text-right font-semibold">{point[id].toLocaleString("en-US")}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
