import { addDays, type Day, daysBetween } from "@/lib/kernel/period";

/** So many account-days are kept day by day; before them, only the last day of each month. */
const DAILY = 3_000_000;
const AT_LEAST = 35;
const AT_MOST = 36_525;

/** The day from which on every day is kept: as far back from today as three million account-days reach. */
export function dailyFrom(today: Day, accounts: number): Day {
  return addDays(today, 1 - Math.min(AT_MOST, Math.max(AT_LEAST, Math.floor(DAILY / Math.max(1, accounts)))));
}

/**
 * The days of which health is kept, oldest first: every day from `dailyFrom` on (all of history, for a workspace of a thousand accounts and eight
 * years), and before that each month's last day, which is where a month's figures are read.
 */
export function keptDays(first: Day, today: Day, accounts: number): Day[] {
  const daily = dailyFrom(today, accounts);
  const all = Array.from({ length: Math.max(0, daysBetween(first, today) + 1) }, (_, place) => addDays(first, place));
  return all.filter((day) => day >= daily || addDays(day, 1).endsWith("-01"));
}
