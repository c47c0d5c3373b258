import type { TrendPoint } from "@/components/charts/trend-points";

type Props = {
  point: TrendPoint | undefined;
  marks: readonly string[];
  format: (value: number) => string;
  canOpen: boolean;
};

export function TrendTip({ point, marks, format, canOpen }: Props) {
  if (!point) return null;
  const shown = (value: number | null | undefined) => (value === null || value === undefined ? "—" : format(value));
  return (
    <div className="rounded-md border border-line bg-sheet px-3 py-2 text-xs shadow-float">
      <p className="text-ink-3">
        {point.label}
        {point.partial ? " · so far" : ""}
      </p>
      <p className="figures mt-0.5 font-semibold text-base">{shown(point.value)}</p>
      {point.low != null && point.high != null ? (
        <p className="figures text-ink-3">
          95 %: {shown(point.low)} to {shown(point.high)}
        </p>
      ) : null}
      {point.target != null ? <p className="figures text-ink-3">Target: {shown(point.target)}</p> : null}
      {point.compared ? (
        <p className="figures text-ink-2">
          {point.compared.label}: {shown(point.compared.value)}
        </p>
      ) : null}
      {marks.map((words) => (
        <p key={words} className="mt-1 max-w-56 whitespace-normal text-ink-2">
          {words}
        </p>
      ))}
      {canOpen ? <p className="mt-1 text-ink-3">Click to open this period</p> : null}
    </div>
  );
}
