"use server";

import { z } from "zod";
import { markRead, setChoice } from "@/lib/notifications/own";
import { CADENCES, REACHES, TOPICS } from "@/lib/notifications/topics";
import { defineAction } from "@/lib/platform/action";

const workspace = z.string().max(48);

export const markReadAction = defineAction(
  {
    name: "notification.mark-read",
    input: z.strictObject({ workspace, ids: z.array(z.uuid()).max(100).nullable() }),
    limit: "240/m",
  },
  ({ scope }, { ids }, { sql }) => markRead(sql, scope, ids),
);

export const setNotificationAction = defineAction(
  {
    name: "notification.set",
    input: z.strictObject({ workspace, topic: z.enum(TOPICS.map(({ id }) => id)), cadence: z.enum(CADENCES), reach: z.enum(REACHES) }),
    limit: "120/m",
    audit: "notification.set",
  },
  ({ scope }, { topic, cadence, reach }, { sql }) => setChoice(sql, scope, { topic, cadence, reach }),
);
