import type { AccountsAsked } from "@/lib/accounts/schema";
import type { Draft } from "@/lib/imports/files/schema";
import type { CohortsRequest, MetricRequest, OverviewRequest, RowsRequest, UsageRequest } from "@/lib/metrics/schema";

export function overviewKey(request: OverviewRequest) {
  return ["overview", request] as const;
}

export function metricKey(request: MetricRequest) {
  return ["metric", request] as const;
}

export function rowsKey(request: RowsRequest) {
  return ["rows", request] as const;
}

export function dataKey(workspace: string) {
  return ["data", workspace] as const;
}

export function fileKey(workspace: string, fileId: string, draft: Draft) {
  return ["import-file", workspace, fileId, draft] as const;
}

export function weighedKey(workspace: string, id: string) {
  return ["weighed", workspace, id] as const;
}

export function usageKey(request: UsageRequest) {
  return ["usage", request] as const;
}

export function cohortsKey(request: CohortsRequest) {
  return ["cohorts", request] as const;
}

export function accountsKey(workspace: string, asked: AccountsAsked) {
  return ["accounts", workspace, asked] as const;
}
