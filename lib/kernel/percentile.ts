/**
 * The value below which `fraction` of the values lie, drawn in a straight line between neighbours: R's type 7 and PostgreSQL's
 * `percentile_cont`. 0.5 is the median, 0.9 the p90. In the unit of the values; between their least and greatest. Order does not matter.
 * Null for no values. Throws a RangeError unless 0 <= fraction <= 1. Source: Hyndman & Fan 1996, definition 7.
 */
export function percentile(values: readonly number[], fraction: number): number | null {
  if (!(fraction >= 0 && fraction <= 1)) throw new RangeError("a fraction lies between 0 and 1");
  const sorted = [...values].sort((a, b) => a - b);
  const place = fraction * (sorted.length - 1);
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) return null;
  return low === high ? low : low + (high - low) * (place - Math.floor(place));
}

/** The middle value, or halfway between the two middle ones. Null for no values. One outlier does not move it. */
export function median(values: readonly number[]): number | null {
  return percentile(values, 0.5);
}

/** The sum of the values by how many there are. Null for no values. One outlier moves it as far as it likes. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
