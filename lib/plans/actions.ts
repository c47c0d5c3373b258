"use server";

import { z } from "zod";
import { changePlan, createPlan, endPlan } from "@/lib/plans/mutations";
import { ENDINGS, PlanFields } from "@/lib/plans/schema";
import { defineAction } from "@/lib/platform/action";

const workspace = z.string().max(48);
const Opened = z.strictObject({ workspace, id: z.uuid(), version: z.int().nonnegative() });

export const createPlanAction = defineAction(
  {
    name: "plan.create",
    input: z.strictObject({ workspace, account: z.uuid(), ...PlanFields.shape }),
    limit: "60/m",
    audit: "plan.create",
  },
  ({ scope }, { workspace: _, ...plan }, { sql }) => createPlan(sql, scope, plan),
);

export const changePlanAction = defineAction(
  { name: "plan.change", input: Opened.extend(PlanFields.shape), limit: "60/m", audit: "plan.change" },
  ({ scope }, { workspace: _, id, version, ...plan }, { sql }) => changePlan(sql, scope, { id, version }, plan),
);

export const endPlanAction = defineAction(
  { name: "plan.end", input: Opened.extend({ as: z.enum(ENDINGS) }), limit: "60/m", audit: "plan.end" },
  (_, { id, version, as }, { sql }) => endPlan(sql, { id, version }, as),
);
