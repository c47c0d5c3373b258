export type Point = { x: number; y: number };

/** Values spread over a box, lowest at the bottom; where all are alike they run through the middle. A missing value stays missing. */
export function scaled(values: readonly (number | null)[], { width, height }: { width: number; height: number }): (Point | null)[] {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const range = Math.max(...known) - low;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values.map((value, index) => {
    if (value === null) return null;
    const share = range === 0 ? 0.5 : (value - low) / range;
    return { x: rounded(index * step), y: rounded(height - share * height) };
  });
}

/** The unbroken stretches. */
export function runs(points: readonly (Point | null)[]): Point[][] {
  const found: Point[][] = [];
  let open: Point[] | null = null;
  for (const point of points) {
    if (point === null) {
      open = null;
      continue;
    }
    if (open === null) {
      open = [];
      found.push(open);
    }
    open.push(point);
  }
  return found;
}

export function linePath(run: readonly Point[]): string {
  return run.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
