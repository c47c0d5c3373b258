"use server";

import { z } from "zod";
import { refresh } from "@/lib/ledger/refresh";
import { defineAction } from "@/lib/platform/action";
import { askDecisions, reportMonth } from "@/lib/summary/mutations";
import { Decisions, Month } from "@/lib/summary/schema";

const workspace = z.string().max(48);

/** Keeps a month as it is now. */
export const reportMonthAction = defineAction(
  { name: "summary.report", input: z.strictObject({ workspace, month: Month }), limit: "12/m", audit: "summary.report", prepare: refresh },
  ({ scope }, { month }, { sql }) => reportMonth(sql, scope, { month }),
);

/** Writes what is asked to be decided. */
export const askDecisionsAction = defineAction(
  {
    name: "summary.ask",
    input: z.strictObject({ workspace, month: Month, texts: Decisions, version: z.int().min(0) }),
    limit: "60/m",
    audit: "summary.ask",
  },
  ({ scope }, { workspace: _, ...asked }, { sql }) => askDecisions(sql, scope, asked),
);
