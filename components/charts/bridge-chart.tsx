"use client";

import Link from "next/link";
import { axisOf } from "@/components/charts/axis";
import { type BridgePart, type BridgeStep, bridgeSteps } from "@/components/charts/bridge-steps";
import { useWidth } from "@/components/charts/width";
import type { Unit } from "@/lib/kernel/unit";

type Props = {
  parts: readonly BridgePart[];
  unit: Unit;
  format: (value: number) => string;
  addresses: Partial<Record<string, string>>;
  height?: number;
};

const HEAD = 22;
const FOOT = 40;

/** From one balance to the next, movement by movement. A bar with an address opens what it is made of. */
export function BridgeChart({ parts, unit, format, addresses, height = 260 }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>(880);
  const steps = bridgeSteps(parts);
  const { domain } = axisOf(
    steps.flatMap(({ from, to }) => [from, to]),
    unit,
  );
  const room = height - HEAD - FOOT;
  const y = (level: number) => HEAD + room * (1 - (level - domain[0]) / (domain[1] - domain[0]));
  const slot = width / steps.length;
  const bar = Math.min(slot * 0.68, 92);
  return (
    <div ref={ref}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="max-w-full">
        <title>{steps.map((step) => `${step.label} ${amount(step, format)}`).join(", ")}</title>
        <line x1="0" x2={width} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" />
        {steps.map((step, index) => {
          const left = index * slot + (slot - bar) / 2;
          const next = steps[index + 1];
          return (
            <g key={step.id}>
              {next ? (
                <line
                  x1={left + bar}
                  x2={(index + 1) * slot + (slot - bar) / 2}
                  y1={y(step.to)}
                  y2={y(step.to)}
                  stroke="var(--line-strong)"
                  strokeDasharray="2 3"
                />
              ) : null}
              <Opening address={addresses[step.id]} words={`${step.label} ${amount(step, format)}: open the accounts`}>
                <Bar
                  step={step}
                  middle={index * slot + slot / 2}
                  left={left}
                  width={bar}
                  top={Math.min(y(step.from), y(step.to))}
                  bottom={Math.max(y(step.from), y(step.to))}
                  foot={height}
                  words={amount(step, format)}
                  small={slot < 74}
                />
              </Opening>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

type BarProps = {
  step: BridgeStep;
  middle: number;
  left: number;
  width: number;
  top: number;
  bottom: number;
  foot: number;
  words: string;
  small: boolean;
};

function Bar({ step, middle, left, width, top, bottom, foot, words, small }: BarProps) {
  const size = small ? 10 : 12;
  return (
    <>
      <rect x={left - 4} y={0} width={width + 8} height={foot} fill="transparent" />
      <rect
        x={left}
        y={top}
        width={width}
        height={Math.max(bottom - top, 1.5)}
        rx="2"
        fill={COLOUR[tone(step)]}
        className="transition-opacity group-hover:opacity-80"
      />
      <text x={middle} y={top - 7} textAnchor="middle" fontSize={size} fontWeight="600" fill="var(--ink)" className="figures">
        {words}
      </text>
      <text x={middle} y={foot - 20} textAnchor="middle" fontSize={small ? 9.5 : 12} fill="var(--ink-2)" className="group-hover:underline">
        {small ? step.label.slice(0, 9) : step.label}
      </text>
    </>
  );
}

function Opening({ address, words, children }: { address: string | undefined; words: string; children: React.ReactNode }) {
  if (!address) return children;
  return (
    <Link href={address} aria-label={words} className="group">
      {children}
    </Link>
  );
}

const COLOUR = { balance: "var(--chart-5)", gain: "var(--good)", loss: "var(--bad)" };

function tone({ kind, value }: BridgePart): keyof typeof COLOUR {
  if (kind === "drift") return value < 0 ? "loss" : "gain";
  return kind;
}

function amount({ kind, value }: BridgePart, format: (value: number) => string): string {
  if (kind === "balance" || value === 0) return format(value);
  const falls = kind === "loss" || value < 0;
  return `${falls ? "−" : "+"}${format(Math.abs(value))}`;
}
