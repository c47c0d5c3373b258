"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action";
import { now } from "@/lib/platform/clock";
import { snoozeAccount } from "@/lib/signals/queue/mutations";
import { markSeen } from "@/lib/signals/queue/people";
import { QueueSnooze } from "@/lib/signals/queue/schema";

const workspace = z.string().max(48);

export const snoozeAccountAction = defineAction(
  { name: "queue.snooze", input: QueueSnooze.extend({ workspace }), limit: "120/m", audit: "queue.snooze" },
  ({ scope }, { account, until, why }, { sql }) => snoozeAccount(sql, scope, { account, until, why }),
);

/** Tells that Today was opened, which is what "since your last visit" counts from the next time. */
export const seeTodayAction = defineAction(
  { name: "today.see", input: z.strictObject({ workspace }), limit: "60/m" },
  ({ scope }, _, { sql }) => markSeen(sql, scope, now()),
);
