"use server";

import { z } from "zod";
import { addDays } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { defineAction } from "@/lib/platform/action";
import { now } from "@/lib/platform/clock";
import { listCauses } from "@/lib/playbooks/causes";
import { createPlaybook, publishPlaybook, removePlaybook, savePlaybook, turnOffPlaybook } from "@/lib/playbooks/mutations";
import { Definition, PlaybookName } from "@/lib/playbooks/schema";

const workspace = z.string().max(48);
const Opened = z.strictObject({ workspace, id: z.uuid(), version: z.int().nonnegative() });
const LOOKED_BACK = 90;

export const createPlaybookAction = defineAction(
  {
    name: "playbook.create",
    input: z.strictObject({ workspace, name: PlaybookName, starter: z.string().max(60).nullable() }),
    limit: "30/m",
    audit: "playbook.create",
  },
  ({ scope }, { name, starter }, { sql }) => createPlaybook(sql, scope, { name, starter }),
);

export const savePlaybookAction = defineAction(
  { name: "playbook.save", input: Opened.extend({ name: PlaybookName, draft: Definition }), limit: "60/m", audit: "playbook.save" },
  ({ scope }, { id, version, name, draft }, { sql }) => savePlaybook(sql, scope, { id, version }, { name, draft }),
);

/** How often a draft would have been set off in the last 90 days. */
export const previewPlaybookAction = defineAction(
  { name: "playbook.preview", input: z.strictObject({ workspace, draft: Definition }), limit: "30/m", mode: "read" },
  async ({ scope }, { draft }, { sql }) => {
    const at = now();
    const today = dayAt(at, scope.timeZone);
    const causes = await listCauses(sql, scope, draft, { from: addDays(today, -LOOKED_BACK), to: today, at });
    return { days: LOOKED_BACK, times: causes.length, accounts: new Set(causes.map(({ account }) => account)).size };
  },
);

export const publishPlaybookAction = defineAction(
  { name: "playbook.publish", input: Opened, limit: "30/m", audit: "playbook.publish" },
  ({ scope }, { id, version }, { sql }) => publishPlaybook(sql, scope, { id, version }, now()),
);

export const turnOffPlaybookAction = defineAction(
  { name: "playbook.turn-off", input: Opened, limit: "30/m", audit: "playbook.turn-off" },
  ({ scope }, { id, version }, { sql }) => turnOffPlaybook(sql, scope, { id, version }, now()),
);

export const removePlaybookAction = defineAction(
  { name: "playbook.remove", input: Opened, limit: "30/m", audit: "playbook.remove" },
  ({ scope }, { id, version }, { sql }) => removePlaybook(sql, scope, { id, version }),
);
