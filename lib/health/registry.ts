import { contract } from "@/lib/health/contract";
import { engagement } from "@/lib/health/engagement";
import { featureBreadth } from "@/lib/health/feature-breadth";
import type { Measure } from "@/lib/health/measure";
import { payment } from "@/lib/health/payment";
import { pulse } from "@/lib/health/pulse";
import { resolutionPain } from "@/lib/health/resolution-pain";
import { seatGrowth } from "@/lib/health/seat-growth";
import { seatUse } from "@/lib/health/seat-use";
import { sentiment } from "@/lib/health/sentiment";
import { supportLoad } from "@/lib/health/support-load";
import { usageTrend } from "@/lib/health/usage-trend";

/** Every measure, in the order of their inputs in health_day. */
export const MEASURES: readonly Measure[] = [
  usageTrend,
  seatUse,
  featureBreadth,
  supportLoad,
  resolutionPain,
  sentiment,
  payment,
  engagement,
  contract,
  seatGrowth,
  pulse,
];
