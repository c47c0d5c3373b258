"use server";

import { z } from "zod";
import { changeAnnotation, createAnnotation, deleteAnnotation } from "@/lib/annotations/mutations";
import { AnnotationFields } from "@/lib/annotations/schema";
import { defineAction } from "@/lib/platform/action";

const workspace = z.string().max(48);
const Opened = z.strictObject({ workspace, id: z.uuid(), version: z.int().nonnegative() });

export const createAnnotationAction = defineAction(
  { name: "annotation.create", input: AnnotationFields.extend({ workspace }), limit: "60/m", audit: "annotation.create" },
  ({ scope }, { workspace: _, ...fields }, { sql }) => createAnnotation(sql, scope, fields),
);

export const changeAnnotationAction = defineAction(
  { name: "annotation.change", input: Opened.extend(AnnotationFields.shape), limit: "60/m", audit: "annotation.change" },
  ({ scope }, { workspace: _, id, version, ...fields }, { sql }) => changeAnnotation(sql, scope, { id, version }, fields),
);

export const deleteAnnotationAction = defineAction(
  { name: "annotation.delete", input: Opened, limit: "60/m", audit: "annotation.delete" },
  ({ scope }, { id, version }, { sql }) => deleteAnnotation(sql, scope, { id, version }),
);
