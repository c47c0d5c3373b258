/** One period of a trend. `low` and `high` are its interval, `target` what it was to reach, `compared` the period it is held against. */
export type TrendPoint = {
  key: string;
  label: string;
  value: number | null;
  partial: boolean;
  low?: number | null;
  high?: number | null;
  target?: number | null;
  compared?: { readonly label: string; readonly value: number | null } | null;
};

export type DrawnPoint = {
  key: string;
  label: string;
  whole: number | null;
  open: number | null;
  band: [number, number] | null;
  target: number | null;
};

/**
 * The points as lines: `whole` holds finished periods; `open` the unfinished ones and the last finished before them, so that the dashed stroke
 * starts where the solid one ends. A period without an answer is null in both and leaves a gap.
 */
export function drawnPoints(points: readonly TrendPoint[]): DrawnPoint[] {
  return points.map(({ key, label, value, partial, low, high, target }, index) => ({
    key,
    label,
    whole: partial ? null : value,
    open: partial || points[index + 1]?.partial ? value : null,
    band: low !== null && low !== undefined && high !== null && high !== undefined ? [low, high] : null,
    target: target ?? null,
  }));
}
