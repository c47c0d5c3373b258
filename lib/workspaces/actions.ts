"use server";

import { z } from "zod";
import { defineAction, definePersonAction } from "@/lib/platform/action";
import { refuse } from "@/lib/platform/failure";
import { changeWorkspace, createWorkspace, hideFirstSteps, removeWorkspace } from "@/lib/workspaces/mutations";
import { Currency, NewWorkspace, TimeZone, WorkspaceName } from "@/lib/workspaces/schema";
import { writeSettings } from "@/lib/workspaces/settings";

export const createWorkspaceAction = definePersonAction({ name: "workspace.create", input: NewWorkspace, limit: "10/m" }, (person, input) =>
  createWorkspace(input, { ownerId: person.personId, actor: person.email }),
);

export const changeWorkspaceAction = defineAction(
  {
    name: "workspace.rename",
    input: z.strictObject({ workspace: z.string(), name: WorkspaceName, currency: Currency, timeZone: TimeZone }),
    limit: "30/m",
    audit: "workspace.change",
  },
  ({ scope }, { name, currency, timeZone }, { sql }) => changeWorkspace(sql, scope, { name, currency, timeZone }),
);

export const changeSettingsAction = defineAction(
  {
    name: "workspace.change-settings",
    input: z.strictObject({ workspace: z.string(), settings: z.record(z.string().max(60), z.string().max(60)) }),
    limit: "30/m",
    audit: "workspace.change-settings",
  },
  ({ scope }, { settings }, { sql }) => writeSettings(sql, scope, settings),
);

export const hideFirstStepsAction = defineAction(
  {
    name: "workspace.hide-first-steps",
    input: z.strictObject({ workspace: z.string() }),
    limit: "30/m",
    audit: "workspace.hide-first-steps",
  },
  ({ scope }, _, { sql }) => hideFirstSteps(sql, scope),
);

export const removeWorkspaceAction = defineAction(
  {
    name: "workspace.remove",
    input: z.strictObject({ workspace: z.string(), typed: z.string().max(100) }),
    limit: "10/m",
  },
  async ({ scope }, { typed }) => {
    if (typed !== scope.slug) refuse(`Type ${scope.slug} to remove this workspace. Nothing was removed.`);
  },
  ({ scope }) => removeWorkspace(scope),
);
