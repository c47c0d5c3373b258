import { describeDay, describeMonth } from "@/lib/kernel/period-words";
import type { Step } from "@/lib/metrics/activity";

/** A step as an axis says it: a month by its name, a day and a week by its first day. */
export function stepLabel(start: string, step: Step): string {
  return step === "month" ? describeMonth(start) : describeDay(start).replace(/ \d{4}$/, "");
}
