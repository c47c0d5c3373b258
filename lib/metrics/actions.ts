"use server";

import { refresh } from "@/lib/ledger/refresh";
import { readMetricScreen, readRows } from "@/lib/metrics/data";
import { CohortsRequest, MetricRequest, RowsRequest, UsageRequest } from "@/lib/metrics/schema";
import { readCohortScreen, readUsageScreen } from "@/lib/metrics/usage-screen";
import { defineAction } from "@/lib/platform/action";

const limit = "240/m";

export const readMetricAction = defineAction(
  { name: "metric.read", input: MetricRequest, limit, mode: "read", prepare: refresh },
  ({ scope }, input, { sql }) => readMetricScreen(sql, scope, input),
);

export const readRowsAction = defineAction(
  { name: "metric.read-rows", input: RowsRequest, limit, mode: "read", prepare: refresh },
  ({ scope }, input, { sql }) => readRows(sql, scope, input),
);

/** Everything the screen of use shows, in one call. */
export const readUsageAction = defineAction(
  { name: "usage.read", input: UsageRequest, limit, mode: "read", prepare: refresh },
  ({ scope }, input, { sql }) => readUsageScreen(sql, scope, input),
);

export const readCohortsAction = defineAction(
  { name: "cohorts.read", input: CohortsRequest, limit, mode: "read", prepare: refresh },
  ({ scope }, input, { sql }) => readCohortScreen(sql, scope, input),
);
