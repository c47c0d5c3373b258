"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action";
import { callRenewal } from "@/lib/renewals/mutations";
import { CallFields } from "@/lib/renewals/schema";

export const callRenewalAction = defineAction(
  {
    name: "renewal.call",
    input: z.strictObject({ workspace: z.string().max(48), contract: z.uuid(), ...CallFields.shape }),
    limit: "120/m",
    audit: "renewal.call",
  },
  ({ scope }, { workspace: _, ...said }, { sql }) => callRenewal(sql, scope, said),
);
