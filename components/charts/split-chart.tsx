"use client";

import { Bar, BarChart, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { axisOf, type Scale } from "@/components/charts/axis";
import type { Unit } from "@/lib/kernel/unit";

export type SplitPart = { key: string; label: string; value: number | null; words: string };

type Props = { parts: readonly SplitPart[]; unit: Unit; scale?: Scale; whole?: number | null; onOpen?: (key: string) => void };

const ROW = 30;

export function splitHeight(parts: readonly SplitPart[]): number {
  return parts.length * ROW + 8;
}

/** One bar a part, from zero, its figure beside it; the thin line is the whole's figure. */
export function SplitChart({ parts, unit, scale, whole, onOpen }: Props) {
  const height = splitHeight(parts);
  const { domain } = axisOf([...parts.map(({ value }) => value), whole ?? null], unit, scale);
  const data = parts.map((part) => ({ ...part, value: part.value ?? 0 }));
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 520, height }}>
      <BarChart
        layout="vertical"
        data={data}
        margin={{ top: 4, right: 84, bottom: 4, left: 0 }}
        accessibilityLayer={false}
        className={onOpen ? "cursor-pointer" : ""}
        onClick={({ activeIndex }) => {
          const part = activeIndex === undefined || activeIndex === null ? undefined : parts[Number(activeIndex)];
          if (part) onOpen?.(part.key);
        }}
      >
        <XAxis type="number" domain={domain} hide />
        <YAxis
          type="category"
          dataKey="label"
          width={112}
          tickLine={false}
          axisLine={false}
          interval={0}
          tick={{ fontSize: 12, fill: "var(--ink-2)" }}
          tickFormatter={short}
        />
        <ReferenceLine x={0} stroke="var(--line-strong)" />
        <Bar dataKey="value" fill="var(--chart-1)" barSize={14} radius={[0, 2, 2, 0]} isAnimationActive={false}>
          <LabelList dataKey="words" position="right" fontSize={12} fill="var(--ink)" className="figures" />
        </Bar>
        {whole === null || whole === undefined ? null : <ReferenceLine x={whole} stroke="var(--ink-3)" strokeDasharray="3 3" />}
      </BarChart>
    </ResponsiveContainer>
  );
}

function short(label: string): string {
  return label.length > 17 ? `${label.slice(0, 16)}…` : label;
}
