import type { Day } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import type { Random } from "./random";
import { remembered } from "./remembered";

const HOUR = 3_600_000;

/** When a region's working day begins, in hours of the workspace's zone. */
const MORNING: Record<string, number> = { "North America": 9, "Latin America": 8, Europe: 3, "Asia Pacific": 19 };

/** A moment of a region's working day, most of them in its middle. */
export function workingMoment(random: Random, { at }: Calendar, day: Day, region: string): Date {
  const hour = ((MORNING[region] ?? 9) + Math.min(10.5, Math.max(-1.5, random.normal(4.4, 2.4))) + 24) % 24;
  return new Date(at(day).getTime() + Math.floor(hour * 60) * 60_000);
}

export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + Math.round(hours * HOUR));
}

/** How much of a usual working day a day is: weekends and holidays are quiet, and so is the middle of August. */
export const business = remembered((day: Day) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const date = day.slice(5);
  const season = date >= "12-22" || date <= "01-02" ? 0.45 : date >= "08-05" && date <= "08-25" ? 0.85 : 1;
  return season * (weekday === 0 ? 0.07 : weekday === 6 ? 0.1 : weekday === 5 ? 0.88 : 1);
});
