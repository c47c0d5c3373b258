"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action";
import { changeSignal, snoozeSignal, unsnoozeSignal } from "@/lib/signals/mutations";
import { SignalKey, SignalSetting, SignalSnooze } from "@/lib/signals/schema";

const workspace = z.string().max(48);

export const snoozeSignalAction = defineAction(
  { name: "signal.snooze", input: SignalSnooze.extend({ workspace }), limit: "120/m", audit: "signal.snooze" },
  ({ scope }, { workspace: _, ...snooze }, { sql }) => snoozeSignal(sql, scope, snooze),
);

export const unsnoozeSignalAction = defineAction(
  { name: "signal.unsnooze", input: SignalKey.extend({ workspace }), limit: "120/m", audit: "signal.unsnooze" },
  (_, { workspace: __, ...key }, { sql }) => unsnoozeSignal(sql, key),
);

export const changeSignalAction = defineAction(
  {
    name: "signal.change-settings",
    input: z.strictObject({ workspace, setting: SignalSetting }),
    limit: "30/m",
    audit: "signal.change-settings",
  },
  ({ scope }, { setting }, { sql }) => changeSignal(sql, scope, setting),
);
