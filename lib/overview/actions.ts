"use server";

import { refresh } from "@/lib/ledger/refresh";
import { OverviewRequest } from "@/lib/metrics/schema";
import { readWholeOverview } from "@/lib/overview/data";
import { defineAction } from "@/lib/platform/action";

/** Everything the overview shows, in one call. */
export const readOverviewAction = defineAction(
  { name: "overview.read", input: OverviewRequest, limit: "240/m", mode: "read", prepare: refresh },
  ({ scope }, input, { sql }) => readWholeOverview(sql, scope, input),
);
