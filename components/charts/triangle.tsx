"use client";

import { useWidth } from "@/components/charts/width";

/** A row: who is followed, how many of them, and the share there after each step; null where that has not come yet. */
export type TriangleRow = { key: string; label: string; size: string; cells: readonly { share: number | null; partial: boolean }[] };

type Props = { rows: readonly TriangleRow[]; sizeName: string; stepName: string; format: (share: number) => string };

const ROW = 28;
const HEAD = 26;
const NAMES = 72;
const SIZE = 68;
const CELL = 40;
const DEEPEST = 0.5; // ink stays legible on it, in both themes

export function triangleHeight(rows: readonly TriangleRow[]): number {
  return HEAD + rows.length * ROW + 2;
}

/** Shares as heat, the deeper the more; a cell that is not over has a dashed edge. Scrolls sideways where there are more steps than room. */
export function Triangle({ rows, sizeName, stepName, format }: Props) {
  const { ref, width: room } = useWidth<HTMLElement>(760);
  const steps = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const cell = Math.max(CELL, Math.min(72, Math.floor((room - NAMES - SIZE) / Math.max(steps, 1))));
  const width = NAMES + SIZE + steps * cell;
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ share }) => share ?? 0)));
  const left = (step: number) => NAMES + SIZE + step * cell;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={ref} aria-label="Heat by step, scrolls sideways" tabIndex={0} className="overflow-x-auto">
      <svg width={width} height={triangleHeight(rows)} viewBox={`0 0 ${width} ${triangleHeight(rows)}`} fontSize="11.5">
        <title>{rows.map(({ label, size }) => `${label}: ${size}`).join(", ")}</title>
        <text x={NAMES + SIZE - 12} y={15} textAnchor="end" fontSize="11" fill="var(--ink-3)">
          {sizeName}
        </text>
        {Array.from({ length: steps }, (_, step) => `${stepName}${step}`).map((name, step) => (
          <text key={name} x={left(step) + cell / 2} y={15} textAnchor="middle" fontSize="11" fill="var(--ink-3)">
            {name}
          </text>
        ))}
        {rows.map((row, index) => (
          <g key={row.key} transform={`translate(0 ${HEAD + index * ROW})`}>
            <text x="2" y={ROW / 2 + 4} fill="var(--ink-2)">
              {row.label}
            </text>
            <text x={NAMES + SIZE - 12} y={ROW / 2 + 4} textAnchor="end" className="figures" fill="var(--ink-2)">
              {row.size}
            </text>
            {row.cells.map(({ share, partial }, step) =>
              share === null ? null : (
                <Heat
                  key={`${row.key} ${left(step)}`}
                  x={left(step)}
                  width={cell}
                  depth={(share / most) * DEEPEST}
                  words={format(share)}
                  label={`${row.label}, ${stepName}${step}: ${format(share)}${partial ? " so far" : ""}`}
                  partial={partial}
                />
              ),
            )}
          </g>
        ))}
      </svg>
    </section>
  );
}

type HeatProps = { x: number; width: number; depth: number; words: string; label: string; partial: boolean };

function Heat({ x, width, depth, words, label, partial }: HeatProps) {
  return (
    <g>
      <title>{label}</title>
      <rect
        x={x + 1}
        y="1"
        width={width - 2}
        height={ROW - 2}
        rx="3"
        fill="var(--chart-1)"
        fillOpacity={partial ? depth / 2 : depth}
        stroke={partial ? "var(--ink-3)" : "none"}
        strokeDasharray="2 3"
      />
      <text x={x + width / 2} y={ROW / 2 + 4} textAnchor="middle" className="figures" fill="var(--ink)">
        {words}
      </text>
    </g>
  );
}
