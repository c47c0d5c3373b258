import { FIRST_DAYS } from "@/lib/health/features/first-use";
import type { FeatureRecord } from "@/lib/health/features/retention";

/** A feature whose adopters are kept better, as an opportunity: `accounts that adopt Mobile app in their first 90 days keep 12 pts better (5 to 19)`. Null for others. */
export function opportunityWords({ feature, adjusted, says }: FeatureRecord): string | null {
  if (adjusted === null || says !== "better") return null;
  return `accounts that adopt ${feature} in their first ${FIRST_DAYS} days keep ${points(adjusted.difference)} pts better (${points(adjusted.interval[0])} to ${points(adjusted.interval[1])})`;
}

/** A difference of shares in whole points: `12`, `−3`. */
export function points(difference: number): string {
  return `${Math.round(difference * 100) + 0}`.replace("-", "−");
}
