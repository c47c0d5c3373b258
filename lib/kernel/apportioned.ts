/**
 * Figures rounded to some digits after the point so that they still add up: to their own rounded sum, or to `total` where what they make up is printed
 * by itself. Each is rounded down, and what then lacks goes to those that lost most (or, where there is too much, is taken from those that lost
 * least). Of nothing, nothing. Source: the largest remainder method (Hamilton).
 */
export function apportioned(values: readonly number[], digits: number, total = values.reduce((sum, value) => sum + value, 0)): number[] {
  const scale = 10 ** digits;
  const scaled = values.map((value) => clean(value * scale));
  const lost = scaled
    .map((value, place) => ({ place, rest: value - Math.floor(value) }))
    .sort((one, other) => other.rest - one.rest || one.place - other.place);
  const made = scaled.map(Math.floor);
  const lacking = rounded(clean(total * scale)) - made.reduce((sum, value) => sum + value, 0);
  const [order, by] = lacking < 0 ? [lost.toReversed(), -1] : [lost, 1];
  for (let given = 0; given < Math.abs(lacking) && order.length > 0; given += 1) {
    const { place } = order[given % order.length] ?? { place: 0 };
    made[place] = (made[place] ?? 0) + by;
  }
  return made.map((value) => value / scale + 0);
}

/** Half away from zero, as it is printed. */
function rounded(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

// 0.1 × 3 is 0.30000000000000004, which would be rounded up.
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
