import { addDays } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { isStale } from "@/lib/ledger/state";
import { type Step, stepsUpTo } from "@/lib/metrics/activity";
import { type Cohort, readCohorts } from "@/lib/metrics/cohorts";
import { comparedPeriod } from "@/lib/metrics/comparison";
import type { Screen } from "@/lib/metrics/data";
import { type Features, listFeatures } from "@/lib/metrics/features";
import { readLifecycle, type Stage } from "@/lib/metrics/lifecycle";
import { readMetrics } from "@/lib/metrics/read";
import { checkPeriod, type KindedPeriod } from "@/lib/metrics/request";
import { type ReturnRow, readReturns } from "@/lib/metrics/returns";
import type { CohortsRequest, UsageRequest } from "@/lib/metrics/schema";
import type { Reading } from "@/lib/metrics/types";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** The numbers above the charts. */
const NUMBERS = ["active-users", "stickiness", "usage-events", "product-adoption-rate"] as const;
const TREND = 13;

/** Read for the period alone: its distinct users of every feature are dear to count for a dozen others. */
const ADOPTION = ["feature-adoption-rate"] as const;

/** How many steps the charts of lifecycle and return reach back. */
const STEPS_BACK: Record<Step, number> = { day: 14, week: 13, month: 13 };

export type UsageScreen = Omit<Screen, "asked"> & {
  asked: Omit<UsageRequest, "workspace" | "step"> & { step: Step };
  now: Reading[];
  before: Reading[];
  features: Features;
  lifecycle: Stage[];
  returns: ReturnRow[];
};

/** Everything the screen of use shows, in one moment. Charts end with the period, or today where it is not over; a feature filters them alone. */
export async function readUsageScreen(sql: Sql, scope: Scope, { workspace: _, ...request }: UsageRequest): Promise<UsageScreen> {
  const asOf = now();
  const { feature: __, ...where } = request.where;
  const { period } = request;
  const parsed = checkPeriod(period);
  const earlier = comparedPeriod(period, request.compare);
  const step = request.step ?? stepOf(parsed);
  const [last = parsed.start] = [addDays(parsed.end, -1), dayAt(asOf, scope.timeZone)].sort();
  const steps = stepsUpTo(last, step, STEPS_BACK[step] + 1);
  const followed = { level: request.level, where: request.where, asOf };
  return {
    asked: { ...request, step },
    now: [
      ...(await readMetrics(sql, scope, { ids: NUMBERS, period, where, trend: TREND, asOf })).metrics,
      ...(await readMetrics(sql, scope, { ids: ADOPTION, period, where, asOf })).metrics,
    ],
    before:
      earlier === null ? [] : (await readMetrics(sql, scope, { ids: [...NUMBERS, ...ADOPTION], period: earlier, where, asOf })).metrics,
    features: await listFeatures(sql, scope, { period, earlier, where, asOf }),
    lifecycle: await readLifecycle(sql, scope, { ...followed, buckets: steps }),
    returns: await readReturns(sql, scope, { ...followed, buckets: steps.slice(1), from: request.from, back: request.back }),
    asOf: asOf.toISOString(),
    stale: await isStale(sql, asOf),
  };
}

// As long as a dozen or two of them make the period.
function stepOf({ kind, start, end }: KindedPeriod): Step {
  if (kind === "month" || (kind === "range" && addDays(start, 32) >= end)) return "day";
  return kind === "quarter" || (kind === "range" && addDays(start, 120) >= end) ? "week" : "month";
}

export type CohortScreen = { cohorts: Cohort[]; months: CohortsRequest["months"]; asOf: string; stale: boolean };

/** Retention by the month of first paid MRR, in one moment. */
export async function readCohortScreen(sql: Sql, scope: Scope, { months }: CohortsRequest): Promise<CohortScreen> {
  const asOf = now();
  return { cohorts: await readCohorts(sql, scope, { months, asOf }), months, asOf: asOf.toISOString(), stale: await isStale(sql, asOf) };
}
