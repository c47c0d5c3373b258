import { addDays, addMonths, type Day, daysBetween } from "@/lib/kernel/period";
import { instantAt } from "@/lib/kernel/zone";
import { remembered } from "./remembered";

export const MONTHS = 36;

/** The days a seed's stories are told in: 36 months up to today, in the workspace's zone. */
export type Calendar = {
  readonly today: Day;
  /** The moment the history ends: nothing has happened after it. */
  readonly now: Date;
  readonly zone: string;
  /** Every day of it, today included. */
  readonly days: readonly Day[];
  /** The first day of the month `index` of the history: 0 is the oldest, 35 the last whole month, 36 the current one. */
  readonly month: (index: number) => Day;
  /** The day `days` into that month. */
  readonly day: (index: number, days: number) => Day;
  /** The local midnight that opens a day. */
  readonly at: (day: Day) => Date;
};

export function calendarOf(today: Day, zone: string, now?: Date): Calendar {
  const first = addMonths(`${today.slice(0, 7)}-01`, -MONTHS);
  const month = remembered((index: number) => addMonths(first, index));
  const at = remembered((day: Day) => midnight(day, zone));
  const end = at(addDays(today, 1));
  const days = Array.from({ length: daysBetween(first, today) + 1 }, (_, index) => addDays(first, index));
  return { today, days, now: now && now < end ? now : end, zone, month, day: (index, days) => addDays(month(index), days), at };
}

function midnight(day: Day, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const instant = instantAt({ year, month, day: date }, zone);
  if (!instant) throw new RangeError(`there is no day ${day}`);
  return instant;
}
