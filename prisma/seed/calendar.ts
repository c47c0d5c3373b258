import { addDays, addMonths, type Day } from "@/lib/kernel/period";
import { instantAt } from "@/lib/kernel/zone";

export const MONTHS = 36;

/** The days a seed's stories are told in: 36 months up to today, in the workspace's zone. */
export type Calendar = {
  readonly today: Day;
  readonly zone: string;
  /** The first day of the month `index` of the history: 0 is the oldest, 35 the last whole month, 36 the current one. */
  readonly month: (index: number) => Day;
  /** The day `days` into that month. */
  readonly day: (index: number, days: number) => Day;
  /** The local midnight that opens a day. */
  readonly at: (day: Day) => Date;
};

export function calendarOf(today: Day, zone: string): Calendar {
  const first = addMonths(`${today.slice(0, 7)}-01`, -MONTHS);
  const month = (index: number) => addMonths(first, index);
  return { today, zone, month, day: (index, days) => addDays(month(index), days), at: (day) => midnight(day, zone) };
}

function midnight(day: Day, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const instant = instantAt({ year, month, day: date }, zone);
  if (!instant) throw new RangeError(`there is no day ${day}`);
  return instant;
}
