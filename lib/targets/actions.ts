"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action";
import { changeTarget, removeTarget, setTarget } from "@/lib/targets/mutations";
import { TargetFields } from "@/lib/targets/schema";

const workspace = z.string().max(48);
const Opened = z.strictObject({ workspace, id: z.uuid(), version: z.int().nonnegative() });

export const setTargetAction = defineAction(
  { name: "target.set", input: TargetFields.extend({ workspace }), limit: "60/m", audit: "target.set" },
  ({ scope }, { workspace: _, ...fields }, { sql }) => setTarget(sql, scope, fields),
);

export const changeTargetAction = defineAction(
  { name: "target.change", input: Opened.extend(TargetFields.shape), limit: "60/m", audit: "target.change" },
  (_, { workspace: __, id, version, ...fields }, { sql }) => changeTarget(sql, { id, version }, fields),
);

export const removeTargetAction = defineAction(
  { name: "target.remove", input: Opened, limit: "60/m", audit: "target.remove" },
  (_, { id, version }, { sql }) => removeTarget(sql, { id, version }),
);
