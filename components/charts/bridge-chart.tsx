"use client";

import { axisOf } from "@/components/charts/axis";
import { BridgeLink } from "@/components/charts/bridge-link";
import { BridgeRows } from "@/components/charts/bridge-rows";
import { type BridgePart, type BridgeStep, bridgeAmount, bridgeColour, bridgeSteps } from "@/components/charts/bridge-steps";
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
const FOOT = 32;
const NARROW = 560;

/** From one balance to the next, movement by movement. A bar with an address opens what it is made of. */
export function BridgeChart({ parts, unit, format, addresses, height = 260 }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>(760);
  const steps = bridgeSteps(parts);
  const { domain } = axisOf(
    steps.flatMap(({ from, to }) => [from, to]),
    unit,
  );
  return (
    <div ref={ref}>
      {width < NARROW ? (
        <BridgeRows {...{ steps, width, domain, format, addresses }} />
      ) : (
        <Columns {...{ steps, width, height, domain, format, addresses }} />
      )}
    </div>
  );
}

type ColumnsProps = { steps: readonly BridgeStep[]; width: number; height: number; domain: readonly [number, number] } & Pick<
  Props,
  "format" | "addresses"
>;

function Columns({ steps, width, height, domain, format, addresses }: ColumnsProps) {
  const top = Math.max(...steps.flatMap(({ from, to }) => [from, to]), domain[0] + 1e-9);
  const y = (level: number) => HEAD + (height - HEAD - FOOT) * (1 - (level - domain[0]) / (top - domain[0]));
  const slot = width / steps.length;
  const bar = Math.min(slot * 0.68, 92);
  const start = (index: number) => index * slot + (slot - bar) / 2;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="max-w-full">
      <title>{steps.map((step) => `${step.label} ${bridgeAmount(step, format)}`).join(", ")}</title>
      <line x1="0" x2={width} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" />
      {steps.map((step, index) => (
        <g key={step.id}>
          {index < steps.length - 1 ? (
            <line
              x1={start(index) + bar}
              x2={start(index + 1)}
              y1={y(step.to)}
              y2={y(step.to)}
              stroke="var(--line-strong)"
              strokeDasharray="2 3"
            />
          ) : null}
          <BridgeLink address={addresses[step.id]} words={`${step.label} ${bridgeAmount(step, format)}: open the accounts`}>
            <rect x={index * slot} y="0" width={slot} height={height} fill="transparent" />
            <rect
              x={start(index)}
              y={Math.min(y(step.from), y(step.to))}
              width={bar}
              height={Math.max(Math.abs(y(step.from) - y(step.to)), 1.5)}
              rx="2"
              fill={bridgeColour(step)}
              className="transition-opacity group-hover:opacity-75"
            />
            <text
              x={index * slot + slot / 2}
              y={Math.min(y(step.from), y(step.to)) - 7}
              textAnchor="middle"
              fontSize="12"
              fontWeight="600"
              fill="var(--ink)"
              className="figures"
            >
              {bridgeAmount(step, format)}
            </text>
            <text
              x={index * slot + slot / 2}
              y={height - 10}
              textAnchor="middle"
              fontSize="12"
              fill="var(--ink-2)"
              className="group-hover:underline"
            >
              {step.label}
            </text>
          </BridgeLink>
        </g>
      ))}
    </svg>
  );
}
