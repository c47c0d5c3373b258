"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action";
import { changeTouch, deleteTouch, logTouch, setPulse } from "@/lib/touchpoints/mutations";
import { PulseFields, TouchFields } from "@/lib/touchpoints/schema";

const workspace = z.string().max(48);
const Opened = z.strictObject({ workspace, id: z.uuid(), version: z.int().nonnegative() });

export const logTouchAction = defineAction(
  { name: "touch.log", input: z.strictObject({ workspace, account: z.uuid(), touch: TouchFields }), limit: "120/m", audit: "touch.log" },
  ({ scope }, { account, touch }, { sql }) => logTouch(sql, scope, account, touch),
);

export const changeTouchAction = defineAction(
  { name: "touch.change", input: Opened.extend({ touch: TouchFields }), limit: "120/m", audit: "touch.change" },
  ({ scope }, { id, version, touch }, { sql }) => changeTouch(sql, scope, { id, version }, touch),
);

export const deleteTouchAction = defineAction(
  { name: "touch.delete", input: Opened, limit: "60/m", audit: "touch.delete" },
  ({ scope }, { id, version }, { sql }) => deleteTouch(sql, scope, { id, version }),
);

export const setPulseAction = defineAction(
  {
    name: "pulse.set",
    input: z.strictObject({ workspace, account: z.uuid(), pulse: PulseFields }),
    limit: "120/m",
    audit: "pulse.set",
  },
  ({ scope }, { account, pulse }, { sql }) => setPulse(sql, scope, account, pulse),
);
