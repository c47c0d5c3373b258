"use client";

import { axisOf, type Scale } from "@/components/charts/axis";
import { useWidth } from "@/components/charts/width";
import { Link } from "@/components/ui/link";
import type { Unit } from "@/lib/kernel/unit";

/** A part: its bar, and the figures that stand at its right, the bar's own first. */
export type SplitPart = { key: string; label: string; value: number | null; words: readonly string[]; address: string };

type Props = { parts: readonly SplitPart[]; columns: readonly string[]; unit: Unit; scale?: Scale; whole?: number | null };

const ROW = 32;
const HEAD = 26;
const COLUMN = 84;

export function splitHeight(parts: readonly SplitPart[]): number {
  return HEAD + parts.length * ROW + 4;
}

/** One bar a part, from zero, with its figures beside it; the dashed line is the whole's figure. A part opens what it is made of. */
export function SplitChart({ parts, columns, unit, scale, whole }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>(560);
  const shown = Math.max(1, Math.min(columns.length, Math.floor((width - 190) / COLUMN)));
  const names = Math.min(148, width * 0.32);
  const room = Math.max(width - names - shown * COLUMN - 12, 24);
  const { domain } = axisOf([...parts.map(({ value }) => value), whole ?? null], unit, scale);
  // What has ends is drawn between them; of the rest the longest bar has all the room.
  const most = scale || unit === "share" ? domain[1] : Math.max(...parts.map(({ value }) => value ?? 0), whole ?? 0, domain[0] + 1e-9);
  const x = (value: number) => names + ((value - domain[0]) / (most - domain[0])) * room;
  const height = splitHeight(parts);
  return (
    <div ref={ref}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize="12" className="max-w-full">
        <title>{parts.map(({ label, words }) => `${label} ${words[0]}`).join(", ")}</title>
        {columns.slice(0, shown).map((column, index) => (
          <text key={column} x={columnEnd(width, shown, index)} y={14} textAnchor="end" fontSize="11" fill="var(--ink-3)">
            {column}
          </text>
        ))}
        {parts.map((part, index) => (
          <Link
            key={part.key}
            href={part.address}
            aria-label={`${part.label}: ${part.words.map((words, at) => `${columns[at]} ${words}`).join(", ")}`}
            className="group"
          >
            <Row
              part={part}
              top={HEAD + index * ROW}
              {...{ width, names, shown }}
              left={x(Math.min(0, part.value ?? 0))}
              right={x(Math.max(0, part.value ?? 0))}
            />
          </Link>
        ))}
        <line x1={x(0)} x2={x(0)} y1={HEAD} y2={height - 4} stroke="var(--line-strong)" />
        {whole === null || whole === undefined ? null : (
          <line x1={x(whole)} x2={x(whole)} y1={HEAD - 4} y2={height - 2} stroke="var(--ink-3)" strokeDasharray="3 3" />
        )}
      </svg>
    </div>
  );
}

type RowProps = { part: SplitPart; top: number; width: number; names: number; shown: number; left: number; right: number };

function Row({ part, top, width, names, shown, left, right }: RowProps) {
  const middle = top + ROW / 2 + 4;
  const fit = Math.floor((names - 10) / 6.6);
  return (
    <>
      <rect x="0" y={top} width={width} height={ROW} rx="4" fill="var(--sunk)" fillOpacity="0" className="group-hover:[fill-opacity:0.7]" />
      <text x="4" y={middle} fill="var(--ink-2)" className="group-hover:underline">
        {part.label.length > fit ? `${part.label.slice(0, fit - 1)}…` : part.label}
      </text>
      <rect x={left} y={top + 9} width={Math.max(right - left, 1)} height={ROW - 18} rx="2" fill="var(--chart-1)" />
      {part.words.slice(0, shown).map((words, index) => (
        <text
          key={`${index} ${words}`}
          x={columnEnd(width, shown, index)}
          y={middle}
          textAnchor="end"
          className="figures"
          fontWeight={index === 0 ? 600 : 400}
          fill={index === 0 ? "var(--ink)" : "var(--ink-2)"}
        >
          {words}
        </text>
      ))}
    </>
  );
}

function columnEnd(width: number, shown: number, index: number): number {
  return width - 4 - (shown - 1 - index) * COLUMN;
}
