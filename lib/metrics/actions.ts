"use server";

import { refresh } from "@/lib/ledger/refresh";
import { readMetricScreen, readOverview, readRows } from "@/lib/metrics/data";
import { MetricRequest, OverviewRequest, RowsRequest } from "@/lib/metrics/schema";
import { defineAction } from "@/lib/platform/action";

const limit = "240/m";

/** Everything the overview shows, in one call. */
export const readOverviewAction = defineAction(
  { name: "overview.read", input: OverviewRequest, limit, mode: "read", prepare: refresh },
  ({ scope }, input, { sql }) => readOverview(sql, scope, input),
);

export const readMetricAction = defineAction(
  { name: "metric.read", input: MetricRequest, limit, mode: "read", prepare: refresh },
  ({ scope }, input, { sql }) => readMetricScreen(sql, scope, input),
);

export const readRowsAction = defineAction(
  { name: "metric.read-rows", input: RowsRequest, limit, mode: "read" },
  ({ scope }, input, { sql }) => readRows(sql, scope, input),
);
