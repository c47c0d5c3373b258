import type { Unit } from "@/lib/kernel/unit";

export type Axis = { domain: [number, number]; ticks: number[] };

/** How a scale that has ends runs: an NPS from −100 to 100, a health score from 0 to 100. */
export type Scale = readonly [number, number];

const SMALL_SHARE = 0.25;

/**
 * The axis of what is to be drawn. It always holds zero, so that heights compare; a share runs to 100 % (a small one, such as churn, to the next
 * round figure above it; one that passes 100 %, such as net retention, beyond), a scale runs from end to end.
 */
export function axisOf(values: readonly (number | null)[], unit: Unit, scale?: Scale): Axis {
  if (scale) return { domain: [scale[0], scale[1]], ticks: ticksBetween(scale[0], scale[1], niceStep((scale[1] - scale[0]) / 4)) };
  const known = values.filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const top = unit === "share" && high > SMALL_SHARE && high <= 1 ? 1 : high;
  if (low === 0 && top === 0) return { domain: [0, 1], ticks: [0, 1] };
  const step = niceStep((top - low) / 4);
  const domain: [number, number] = [floorTo(low, step), ceilTo(top, step)];
  return { domain, ticks: ticksBetween(domain[0], domain[1], step) };
}

/** The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is not below `rough`. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function ticksBetween(low: number, high: number, step: number): number[] {
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, index) => clean(low + index * step));
}

function floorTo(value: number, step: number): number {
  return clean(Math.floor(value / step + 1e-9) * step);
}

function ceilTo(value: number, step: number): number {
  return clean(Math.ceil(value / step - 1e-9) * step);
}

// 0.1 × 3 is 0.30000000000000004, which would be printed.
function clean(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
