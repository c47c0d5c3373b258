import { addMonths, type Day } from "@/lib/kernel/period";
import { type Calendar, MONTHS } from "./calendar";
import type { Random } from "./random";

/** What a euro and a pound were worth in dollars at the start of each month: a walk around a level. */
export function monthlyRates(random: Random, calendar: Calendar): { currency: "EUR" | "GBP"; month: Day; rate: string }[] {
  const levels = { EUR: 1.09, GBP: 1.27 };
  const now = { ...levels };
  return Array.from({ length: MONTHS + 2 }, (_, step) => addMonths(calendar.month(0), step - 1)).flatMap((month) =>
    (["EUR", "GBP"] as const).map((currency) => {
      now[currency] += 0.15 * (levels[currency] - now[currency]) + random.normal(0, 0.012);
      return { currency, month, rate: now[currency].toFixed(4) };
    }),
  );
}
