import { z } from "zod";
import { ALL_DIMENSIONS, type Dimension } from "@/lib/kernel/dimension";
import { LEVELS, STEPS } from "@/lib/metrics/activity";
import { COMPARISONS } from "@/lib/metrics/comparison";
import { RETURNS, STARTS } from "@/lib/metrics/returns";

const workspace = z.string().max(48);
const period = z.string().max(32);
const compare = z.enum(COMPARISONS);
const where = z.partialRecord(z.enum(ALL_DIMENSIONS), z.string().max(200).nullable());
const id = z.string().max(64);

export const ROW_SORTS = ["weight", "name"] as const;

/** What the overview shows. */
export const OverviewRequest = z.strictObject({ workspace, period, compare, where, by: z.enum(ALL_DIMENSIONS) });
export type OverviewRequest = z.infer<typeof OverviewRequest>;

/** What one metric's page shows. */
export const MetricRequest = z.strictObject({ workspace, id, period, compare, where, by: z.enum(ALL_DIMENSIONS).nullable() });
export type MetricRequest = z.infer<typeof MetricRequest>;

/** What the screen of use shows: who is followed, in steps of what length, and whose return of what kind. */
export const UsageRequest = z.strictObject({
  workspace,
  period,
  compare,
  where,
  level: z.enum(LEVELS),
  step: z.enum(STEPS).nullable(),
  from: z.enum(STARTS),
  back: z.enum(RETURNS),
});
export type UsageRequest = z.infer<typeof UsageRequest>;

/** How many months after the first cohorts are followed. */
export const COHORT_SPANS = [6, 12, 24, 36] as const;

export const CohortsRequest = z.strictObject({ workspace, months: z.literal(COHORT_SPANS) });
export type CohortsRequest = z.infer<typeof CohortsRequest>;

/** A page of the rows behind a number. */
export const RowsRequest = z.strictObject({
  workspace,
  id,
  period,
  where,
  search: z.string().max(100),
  sort: z.enum(ROW_SORTS),
  after: z.string().max(600).nullable(),
});
export type RowsRequest = z.infer<typeof RowsRequest>;

const filters = z.object(
  Object.fromEntries(ALL_DIMENSIONS.map((dimension) => [dimension, z.string().max(200).optional()])) as Record<
    Dimension,
    z.ZodOptional<z.ZodString>
  >,
);

/** The same rows, all of them, as a file: an address with the filters spelled out. An empty filter value is an account without one. */
export const RowsFileRequest = z.object({
  workspace,
  metricId: id,
  period,
  search: z.string().max(100).default(""),
  sort: z.enum(ROW_SORTS).default("weight"),
  ...filters.shape,
});
