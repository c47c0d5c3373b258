import { addDays, type Day } from "@/lib/kernel/period";
import { remembered } from "./remembered";
import type { Theme } from "./words/themes";

/** How strong something is on a day. */
export type Level = (day: Day) => number;

/** What money does not tell of an account: how it uses the product, how it fares and what it says. */
export type Tale = {
  /** How much of the product's day is theirs: 0 nobody comes, 0.7 a usual customer, 1 everybody who may. */
  use: Level;
  /** Tickets a month for each hundred seats. */
  trouble: Level;
  /** 0 furious, 0.75 a usual customer, 1 delighted. */
  content: Level;
  /** What they complain about. */
  themes: readonly Theme[];
  /** The share of the seats that somebody sits in, where it is not the usual one. */
  filled?: number;
  /** From this day on nobody answers a survey. */
  silentFrom?: Day;
};

const ordinal = remembered((day: Day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** A line through points in time, level before the first and after the last. */
export function along(...points: readonly (readonly [Day, number])[]): Level {
  const marks = points.map(([day, value]) => ({ at: ordinal(day), value }));
  return (day) => {
    const at = ordinal(day);
    const next = marks.findIndex((mark) => mark.at > at);
    const after = marks[next];
    const before = next === -1 ? marks.at(-1) : marks[next - 1];
    if (!before || !after) return (before ?? after)?.value ?? 1;
    return before.value + ((after.value - before.value) * (at - before.at)) / (after.at - before.at);
  };
}

export function steady(value: number): Level {
  return () => value;
}

export function product(...levels: readonly Level[]): Level {
  return (day) => levels.reduce((sum, level) => sum * level(day), 1);
}

/** From 1 down (or up) to `value` over the `days` before a day, and, where it lasts, back over as many after. */
export function around(day: Day, days: number, value: number, after = value): Level {
  return along([addDays(day, -days), 1], [day, value], [addDays(day, days), after]);
}
