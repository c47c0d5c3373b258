import { z } from "zod";
import { addDays } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { afterAll, instant } from "./book";
import type { Span } from "./reading";

/** From the one to the other, as days or as instants. */
export const Period = z.object({ start: z.string(), end: z.string() });
export type Period = z.output<typeof Period>;

type Timed = { readonly tz: string; readonly as_of?: string | undefined };

/** The instant a vector's reading holds for. */
export function asOfOf(input: Timed): Date {
  return input.as_of === undefined ? afterAll(input) : instant(input.as_of, input.tz);
}

/** The days of a period, and the instant their reading holds for: one that ends within a day is a day that is not over. */
export function spanOf(input: Timed, { start, end }: Period): Span {
  const [from, to, asOf] = [instant(start, input.tz), instant(end, input.tz), asOfOf(input)];
  if (!isMidnight(from, input.tz)) throw new Error(`${start} is no midnight in ${input.tz}, and a period begins with a day.`);
  const days = { start: dayAt(from, input.tz), end: dayAt(to, input.tz) };
  if (isMidnight(to, input.tz)) return { ...days, asOf };
  return { ...days, end: addDays(days.end, 1), asOf: new Date(Math.min(to.getTime(), asOf.getTime())) };
}

/** The last day before an instant, up to it. */
export function spanBefore(input: Timed, before: string): Span {
  const last = new Date(instant(before, input.tz).getTime() - 1);
  return spanOf(input, { start: dayAt(last, input.tz), end: before });
}

function isMidnight(at: Date, timeZone: string): boolean {
  return instant(dayAt(at, timeZone), timeZone).getTime() === at.getTime();
}
