import type { MetricRequest, OverviewRequest, RowsRequest } from "@/lib/metrics/schema";

export function overviewKey(request: OverviewRequest) {
  return ["overview", request] as const;
}

export function metricKey(request: MetricRequest) {
  return ["metric", request] as const;
}

export function rowsKey(request: RowsRequest) {
  return ["rows", request] as const;
}
