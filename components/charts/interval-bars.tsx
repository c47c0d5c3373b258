"use client";

import { axisOf } from "@/components/charts/axis";
import { useWidth } from "@/components/charts/width";
import type { Unit } from "@/lib/kernel/unit";

/** A bar with the ends between which its true figure lies, and its words; `mark` and `colour` tell bars apart together. */
export type IntervalBar = {
  key: string;
  mark: string;
  label: string;
  colour: string;
  value: number | null;
  interval: readonly [number, number] | null;
  words: string;
};

const ROW = 40;
const FOOT = 22;
const NAMES = 144;
const WORDS = 150;

export function intervalBarsHeight(bars: readonly IntervalBar[]): number {
  return bars.length * ROW + FOOT;
}

/** One bar a thing, from zero, with a whisker over its interval. Where room is short, the words stand under the label. */
export function IntervalBars({ bars, unit, format }: { bars: readonly IntervalBar[]; unit: Unit; format: (value: number) => string }) {
  const { ref, width } = useWidth<HTMLDivElement>(640);
  const isNarrow = width < 480;
  const room = Math.max(60, width - NAMES - (isNarrow ? 20 : WORDS));
  const { domain, ticks } = axisOf(
    bars.flatMap(({ value, interval }) => [value, interval?.[1] ?? null]),
    unit,
  );
  const x = (value: number) => NAMES + (value / domain[1]) * room;
  const height = intervalBarsHeight(bars);
  return (
    <div ref={ref}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize="12" className="max-w-full">
        <title>{bars.map(({ label, words }) => `${label}: ${words}`).join(", ")}</title>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1="0" y2={height - FOOT} stroke="var(--line)" />
            <text x={x(tick)} y={height - 6} textAnchor="middle" fontSize="11" fill="var(--ink-3)" className="figures">
              {format(tick)}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => (
          <Bar key={bar.key} bar={bar} middle={index * ROW + ROW / 2} x={x} words={isNarrow ? { x: 4, y: 14 } : { x: width - 4, y: 4 }} />
        ))}
        <line x1={x(0)} x2={x(0)} y1="0" y2={height - FOOT} stroke="var(--line-strong)" />
      </svg>
    </div>
  );
}

type BarProps = { bar: IntervalBar; middle: number; x: (value: number) => number; words: { x: number; y: number } };

function Bar({ bar: { mark, label, colour, value, interval, words }, middle, x, words: place }: BarProps) {
  const isUnder = place.x === 4;
  return (
    <>
      <text x="4" y={middle + (isUnder ? -2 : 4)} fill="var(--ink-2)">
        <tspan fill={colour}>{mark}</tspan> {label}
      </text>
      <text
        x={place.x}
        y={middle + place.y}
        textAnchor={isUnder ? "start" : "end"}
        fontSize={isUnder ? 10.5 : 12}
        fill="var(--ink)"
        className="figures"
      >
        {words}
      </text>
      {value === null ? null : (
        <rect x={x(0)} y={middle - 7} width={Math.max(1, x(value) - x(0))} height="14" rx="2" fill={colour} fillOpacity="0.75" />
      )}
      {interval === null ? null : (
        <path
          d={`M${x(interval[0])} ${middle}H${x(interval[1])}M${x(interval[0])} ${middle - 5}v10M${x(interval[1])} ${middle - 5}v10`}
          stroke="var(--ink)"
          strokeWidth="1.4"
          fill="none"
        />
      )}
    </>
  );
}
