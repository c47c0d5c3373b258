"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action";
import { changeView, createView, deleteView, setDefaultView } from "@/lib/views/mutations";
import { SCREENS, ViewFields } from "@/lib/views/schema";

const workspace = z.string().max(48);
const screen = z.enum(SCREENS);
const Opened = z.strictObject({ workspace, id: z.uuid(), version: z.int().nonnegative() });

export const createViewAction = defineAction(
  { name: "view.create", input: ViewFields.extend({ workspace, screen }), limit: "60/m", audit: "view.create" },
  ({ scope }, { workspace: _, ...fields }, { sql }) => createView(sql, scope, fields),
);

export const changeViewAction = defineAction(
  { name: "view.change", input: Opened.extend(ViewFields.shape), limit: "60/m", audit: "view.change" },
  ({ scope }, { workspace: _, id, version, ...fields }, { sql }) => changeView(sql, scope, { id, version }, fields),
);

export const deleteViewAction = defineAction(
  { name: "view.delete", input: Opened, limit: "60/m", audit: "view.delete" },
  ({ scope }, { id, version }, { sql }) => deleteView(sql, scope, { id, version }),
);

export const setDefaultViewAction = defineAction(
  {
    name: "view.set-default",
    input: z.strictObject({ workspace, screen, id: z.uuid().nullable() }),
    limit: "60/m",
    audit: "view.set-default",
  },
  ({ scope }, { screen: of, id }, { sql }) => setDefaultView(sql, scope, { screen: of, id }),
);
