import { addDays, type Day, daysBetween } from "@/lib/kernel/period";

/** So many account-days of history are made day by day; before them, only the last day of each month. */
const DAILY = 600_000;
const AT_LEAST = 35;
const AT_MOST = 36_525;

// As far back from today as so many account-days reach.
function dailyFrom(today: Day, accounts: number): Day {
  return addDays(today, 1 - Math.min(AT_MOST, Math.max(AT_LEAST, Math.floor(DAILY / Math.max(1, accounts)))));
}

/**
 * The days of which health is made, oldest first: every day of the last ones (of four years, for a workspace of four hundred accounts; of two
 * months, for ten thousand), and before that each month's last day, which is where a month's figures are read. Days once made are kept.
 */
export function keptDays(first: Day, today: Day, accounts: number): Day[] {
  const daily = dailyFrom(today, accounts);
  const all = Array.from({ length: Math.max(0, daysBetween(first, today) + 1) }, (_, place) => addDays(first, place));
  return all.filter((day) => day >= daily || addDays(day, 1).endsWith("-01"));
}
