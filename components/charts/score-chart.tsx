"use client";

import { CartesianGrid, ComposedChart, Line, ReferenceArea, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { PlaceMark } from "@/components/charts/marks";
import { BAND_WORDS, scoreWords } from "@/lib/kernel/band-words";
import type { Band, BandEdges } from "@/lib/kernel/health-score";

/** A score on a day; null leaves a gap. */
export type ScorePoint = { key: string; label: string; score: number | null; band: Band };

/** From one point to another a person's band held. */
export type ScoreSpan = { from: string; until: string; words: string };

type Props = { points: readonly ScorePoint[]; edges: BandEdges; marks: readonly PlaceMark[]; spans: readonly ScoreSpan[]; height: number };

const TICK = { fontSize: 11, fill: "var(--ink-3)" };

/** A score from 0 to 100 over days, with the edges of its bands, and what was changed about it by hand. */
export function ScoreChart({ points, edges, marks, spans, height }: Props) {
  const labels = new Map(points.map(({ key, label }) => [key, label]));
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 880, height }}>
      <ComposedChart data={[...points]} margin={{ top: 16, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="key"
          tick={TICK}
          tickFormatter={(key) => labels.get(String(key)) ?? ""}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
          minTickGap={36}
          tickMargin={8}
        />
        <YAxis width={40} tick={TICK} tickLine={false} axisLine={false} domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} />
        {spans.map(({ from, until, words }) => (
          <ReferenceArea
            key={`${from} ${words}`}
            x1={from}
            x2={until}
            fill="var(--accent)"
            fillOpacity={0.1}
            label={{ value: words, position: "insideTopLeft", ...TICK }}
          />
        ))}
        <ReferenceLine y={edges.green} stroke="var(--good)" strokeDasharray="2 4" />
        <ReferenceLine y={edges.yellow} stroke="var(--bad)" strokeDasharray="2 4" />
        {marks.map(({ at, signs }) => (
          <ReferenceLine
            key={at}
            x={at}
            stroke="var(--ink-3)"
            strokeDasharray="1 3"
            label={{ value: signs, position: "top", ...TICK, fill: "var(--ink)" }}
          />
        ))}
        <Line
          dataKey="score"
          type="linear"
          stroke="var(--chart-1)"
          strokeWidth={2}
          dot={false}
          connectNulls={false}
          isAnimationActive={false}
        />
        <Tooltip
          cursor={{ stroke: "var(--line-strong)" }}
          isAnimationActive={false}
          content={({ label, active }) => {
            const point = active ? points.find(({ key }) => key === label) : undefined;
            return point ? (
              <div className="rounded-md border border-line bg-sheet px-3 py-2 text-xs shadow-float">
                <p className="text-ink-3">{point.label}</p>
                <p className="figures font-semibold text-base">{scoreWords(point.score)}</p>
                <p className="text-ink-2">{BAND_WORDS[point.band]}</p>
                {marks
                  .find(({ at }) => at === label)
                  ?.words.map((words) => (
                    <p key={words} className="mt-1 max-w-56 whitespace-normal text-ink-2">
                      {words}
                    </p>
                  ))}
              </div>
            ) : null;
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
