import type { Measure } from "@/lib/health/measure";
import { usageTrend } from "@/lib/health/usage-trend";

/** Every measure, in the order of their inputs in health_day. */
export const MEASURES: readonly Measure[] = [usageTrend];
