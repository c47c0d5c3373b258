import { showFull, type Writing } from "@/components/metric/show";

/** The range a figure from few rows may really lie in; shown where it matters, under thirty rows. */
export function IntervalWords({ interval, rows, writing }: { interval: readonly [number, number] | null; rows: number; writing: Writing }) {
  if (interval === null || rows >= 30) return null;
  return (
    <span className="figures">
      few rows: likely {showFull(interval[0], writing)} to {showFull(interval[1], writing)}
    </span>
  );
}
