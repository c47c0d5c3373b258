"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action";
import { changeTask, closeTask, createTask, snoozeTask, wakeTask } from "@/lib/tasks/mutations";
import { Closing, Snooze, TaskFields } from "@/lib/tasks/schema";

const workspace = z.string().max(48);
const Opened = z.strictObject({ workspace, id: z.uuid(), version: z.int().nonnegative() });

export const createTaskAction = defineAction(
  {
    name: "task.create",
    input: z.strictObject({ workspace, account: z.uuid().nullable(), ...TaskFields.shape }),
    limit: "120/m",
    audit: "task.create",
  },
  ({ scope }, { workspace: _, ...task }, { sql }) => createTask(sql, scope, task),
);

export const changeTaskAction = defineAction(
  { name: "task.change", input: Opened.extend(TaskFields.shape), limit: "120/m", audit: "task.change" },
  ({ scope }, { workspace: _, id, version, ...fields }, { sql }) => changeTask(sql, scope, { id, version }, fields),
);

export const closeTaskAction = defineAction(
  { name: "task.close", input: Opened.extend(Closing.shape), limit: "120/m", audit: "task.close" },
  ({ scope }, { id, version, as, outcome }, { sql }) => closeTask(sql, scope, { id, version }, { as, outcome }),
);

export const snoozeTaskAction = defineAction(
  { name: "task.snooze", input: Opened.extend(Snooze.shape), limit: "120/m", audit: "task.snooze" },
  ({ scope }, { id, version, until, why }, { sql }) => snoozeTask(sql, scope, { id, version }, { until, why }),
);

export const wakeTaskAction = defineAction(
  { name: "task.wake", input: Opened, limit: "120/m", audit: "task.wake" },
  ({ scope }, { id, version }, { sql }) => wakeTask(sql, scope, { id, version }),
);
