"use client";

import { useId } from "react";
import { useWidth } from "@/components/charts/width";
import { BAND_WORDS, BANDS } from "@/lib/kernel/band-words";
import type { Band } from "@/lib/kernel/health-score";

/** How many stood in each band on a day. `mark`: the signs of what happened in the days it stands for. */
export type BandColumn = { key: string; label: string; counts: { readonly [band in Band]: number }; mark?: string | undefined };

type Props = { columns: readonly BandColumn[]; height: number };

const FOOT = 22;
const HEAD = 18;
const LEFT = 40;

const FILLS: Record<Band, string> = { green: "var(--good)", yellow: "var(--watch)", red: "var(--bad)", unknown: "var(--line-strong)" };

/** One column a day, parted by band from the best at the bottom; each band has a texture of its own beside its colour. */
export function BandChart({ columns, height }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>(640);
  const texture = useId();
  const room = height - FOOT - HEAD;
  const step = (width - LEFT) / Math.max(1, columns.length);
  const every = Math.ceil(64 / step);
  const y = (share: number) => HEAD + room * (1 - share);
  return (
    <div ref={ref}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize="11" className="max-w-full">
        <title>{columns.map(titleOf).join("; ")}</title>
        <defs>
          <pattern id={`${texture}-red`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="5" stroke="var(--sheet)" strokeWidth="1.6" strokeOpacity="0.55" />
          </pattern>
          <pattern id={`${texture}-yellow`} width="6" height="6" patternUnits="userSpaceOnUse">
            <circle cx="3" cy="3" r="1.1" fill="var(--sheet)" fillOpacity="0.65" />
          </pattern>
        </defs>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={width} y1={y(share)} y2={y(share)} stroke="var(--line)" />
            <text x={LEFT - 8} y={y(share) + 4} textAnchor="end" fill="var(--ink-3)">
              {share * 100}%
            </text>
          </g>
        ))}
        {columns.map((column, index) => {
          const left = LEFT + index * step;
          const gap = Math.min(4, step * 0.18);
          return (
            <g key={column.key}>
              <title>{titleOf(column)}</title>
              {partsOf(column).map(({ band, from, to }) => (
                <g key={band}>
                  {[FILLS[band], ...(band === "red" || band === "yellow" ? [`url(#${texture}-${band})`] : [])].map((fill) => (
                    <rect
                      key={fill}
                      x={left + gap / 2}
                      y={y(to)}
                      width={Math.max(step - gap, 1)}
                      height={Math.max(y(from) - y(to), 0)}
                      fill={fill}
                    />
                  ))}
                </g>
              ))}
              {column.mark ? (
                <>
                  <line x1={left} x2={left} y1={HEAD - 6} y2={height - FOOT} stroke="var(--ink-3)" strokeDasharray="1 3" />
                  <text x={Math.min(left + 3, width - 60)} y={HEAD - 6} fill="var(--ink)">
                    {column.mark}
                  </text>
                </>
              ) : null}
              {(columns.length - 1 - index) % every === 0 ? (
                <text
                  x={left + step / 2}
                  y={height - 6}
                  textAnchor={index === columns.length - 1 && step < 56 ? "end" : "middle"}
                  fill="var(--ink-3)"
                >
                  {column.label}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function partsOf({ counts }: BandColumn): { band: Band; from: number; to: number }[] {
  const whole = BANDS.reduce((sum, band) => sum + counts[band], 0);
  let from = 0;
  return BANDS.map((band) => {
    const to = whole === 0 ? 0 : from + counts[band] / whole;
    const part = { band, from, to };
    from = to;
    return part;
  });
}

function titleOf({ label, counts, mark }: BandColumn): string {
  return `${label}: ${BANDS.map((band) => `${counts[band]} ${BAND_WORDS[band]}`).join(", ")}${mark ? `, ${mark}` : ""}`;
}
