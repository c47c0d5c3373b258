import { addMonths, type Day } from "@/lib/kernel/period";

/** The periods a month's summary tells of: retention over twelve months, money over the month, voices over three. Each is a period of a metric's page. */
export type SummaryPeriods = { year: string; month: string; voice: string };

export function periodsOf(month: string): SummaryPeriods {
  const { end } = boundsOf(month);
  return { year: `t12m:${month}`, month, voice: `${addMonths(end, -3)}..${end}` };
}

/** The month's first day, and the first after it. */
export function boundsOf(month: string): { start: Day; end: Day } {
  return { start: `${month}-01`, end: addMonths(`${month}-01`, 1) };
}

/** The last month that is over on a day. */
export function lastFinished(today: Day): string {
  return addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
}
