import { BridgeLink } from "@/components/charts/bridge-link";
import { type BridgePart, type BridgeStep, bridgeAmount, bridgeColour } from "@/components/charts/bridge-steps";

type Props = {
  steps: readonly BridgeStep[];
  width: number;
  domain: readonly [number, number];
  format: (value: number) => string;
  addresses: Partial<Record<BridgePart["id"], string>>;
};

const ROW = 34;
const NAMES = 92;
const AMOUNTS = 84;

export function bridgeRowsHeight(steps: readonly BridgeStep[]): number {
  return steps.length * ROW;
}

/** The bridge lying down, where columns would be too narrow to be named. */
export function BridgeRows({ steps, width, domain, format, addresses }: Props) {
  const room = Math.max(width - NAMES - AMOUNTS - 8, 40);
  const x = (level: number) => NAMES + ((level - domain[0]) / (domain[1] - domain[0])) * room;
  const height = bridgeRowsHeight(steps);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize="12" className="max-w-full">
      <title>{steps.map((step) => `${step.label} ${bridgeAmount(step, format)}`).join(", ")}</title>
      <line x1={x(0)} x2={x(0)} y1="0" y2={height} stroke="var(--line-strong)" />
      {steps.map((step, index) => {
        const left = Math.min(x(step.from), x(step.to));
        return (
          <BridgeLink key={step.id} address={addresses[step.id]} words={`${step.label} ${bridgeAmount(step, format)}: open the accounts`}>
            <rect x="0" y={index * ROW} width={width} height={ROW} fill="transparent" />
            <text x="0" y={index * ROW + 21} fill="var(--ink-2)">
              {step.label}
            </text>
            <rect
              x={left}
              y={index * ROW + 9}
              width={Math.max(Math.abs(x(step.to) - x(step.from)), 1.5)}
              height={ROW - 18}
              rx="2"
              fill={bridgeColour(step)}
            />
            <text x={width - 2} y={index * ROW + 21} textAnchor="end" fontWeight="600" fill="var(--ink)" className="figures">
              {bridgeAmount(step, format)}
            </text>
          </BridgeLink>
        );
      })}
    </svg>
  );
}
