import { linePath, runs, scaled } from "@/components/charts/line-path";

type Props = { values: readonly (number | null)[]; partial?: boolean; width?: number; height?: number };

/** The shape of a year in a thumb's width. Gaps stay gaps; an unfinished last period is dashed. */
export function Sparkline({ values, partial = false, width = 96, height = 28 }: Props) {
  const points = scaled(values, { width: width - 6, height: height - 6 });
  const whole = partial ? points.slice(0, -1) : points;
  const last = points.at(-1);
  const open = partial ? points.slice(-2) : [];
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={height}
      viewBox={`-3 -3 ${width} ${height}`}
      className="overflow-visible text-chart-1"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {runs(whole).map((run) => (
        <path key={run[0]?.x} d={linePath(run)} />
      ))}
      {runs(open).map((run) => (
        <path key={run[0]?.x} d={linePath(run)} strokeDasharray="2 3" />
      ))}
      {last ? <circle cx={last.x} cy={last.y} r="2.25" fill={partial ? "var(--sheet)" : "currentColor"} /> : null}
    </svg>
  );
}
