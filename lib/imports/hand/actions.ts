"use server";

import { z } from "zod";
import { deleteRecord } from "@/lib/imports/hand/delete";
import { HAND_KINDS } from "@/lib/imports/hand/forms";
import { openForm, weighRecord } from "@/lib/imports/hand/open";
import { reachStep } from "@/lib/imports/hand/reach-step";
import { reassign } from "@/lib/imports/hand/reassign";
import { saveRecord } from "@/lib/imports/hand/save";
import { defineAction } from "@/lib/platform/action";

const workspace = z.string().max(48);
const Kind = z.enum(HAND_KINDS);
const Texts = z.record(z.string().max(60), z.string().max(20_000));
const version = z.int().nonnegative();

/** The form of a record, or with no id that of a new one. */
export const openRecordAction = defineAction(
  { name: "record.open", input: z.strictObject({ workspace, kind: Kind, id: z.uuid().nullable() }), limit: "240/m", mode: "read" },
  ({ scope }, { kind, id }, { sql }) => openForm(sql, scope, { kind, id }),
);

export const createRecordAction = defineAction(
  {
    name: "record.create",
    input: z.strictObject({ workspace, kind: Kind, account: z.uuid().nullable(), values: Texts }),
    limit: "120/m",
  },
  ({ scope }, { kind, account, values }, { sql }) => saveRecord(sql, scope, { kind, id: null, account }, values),
);

export const changeRecordAction = defineAction(
  {
    name: "record.change",
    input: z.strictObject({ workspace, kind: Kind, id: z.uuid(), version, values: Texts }),
    limit: "120/m",
  },
  ({ scope }, { kind, id, version: opened, values }, { sql }) => saveRecord(sql, scope, { kind, id, version: opened }, values),
);

/** What a deletion would take along. */
export const weighRecordAction = defineAction(
  { name: "record.weigh", input: z.strictObject({ workspace, kind: Kind, id: z.uuid() }), limit: "120/m", mode: "read" },
  ({ scope }, { kind, id }, { sql }) => weighRecord(sql, scope, { kind, id }),
);

export const deleteRecordAction = defineAction(
  {
    name: "record.delete",
    input: z.strictObject({ workspace, kind: Kind.exclude(["accounts"]), id: z.uuid(), version }),
    limit: "60/m",
  },
  ({ scope }, { kind, id, version: opened }, { sql }) => deleteRecord(sql, scope, { kind, id, version: opened }),
);

export const deleteAccountAction = defineAction(
  { name: "account.delete", input: z.strictObject({ workspace, id: z.uuid(), version }), limit: "20/m" },
  ({ scope }, { id, version: opened }, { sql }) => deleteRecord(sql, scope, { kind: "accounts", id, version: opened }),
);

export const reassignAction = defineAction(
  {
    name: "account.reassign",
    input: z.strictObject({ workspace, accounts: z.array(z.uuid()).min(1).max(100), to: z.uuid(), moveTasks: z.boolean() }),
    limit: "60/m",
    audit: "account.reassign",
  },
  ({ scope }, { workspace: _, ...given }, { sql }) => reassign(sql, scope, given),
);

/** Says on which day a step of a success plan was reached (null: that it was not). */
export const reachStepAction = defineAction(
  {
    name: "plan.reach-step",
    input: z.strictObject({ workspace, step: z.uuid(), version, on: z.iso.date().nullable() }),
    limit: "120/m",
    audit: "plan.reach-step",
  },
  ({ scope }, { step, version: opened, on }, { sql }) => reachStep(sql, scope, { id: step, version: opened }, on),
);
