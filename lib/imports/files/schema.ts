import { z } from "zod";
import { MOST_BYTES } from "@/lib/imports/files/limits";
import { ImportMap } from "@/lib/imports/map";
import { kinds } from "@/lib/imports/registry";
import { plain } from "@/lib/platform/record";

const workspace = z.string().max(48);
const fileId = z.uuid();
const name = z
  .string()
  .max(1_000)
  .transform((text) => plain(text.replace(/\p{Cc}/gu, " ")).slice(-200) || "file.csv");

const kind = z.enum(Object.keys(kinds) as [string, ...string[]]);
const source = z
  .string()
  .transform(plain)
  .refine((text) => text !== "" && text.length <= 60 && !/\p{Cc}/u.test(text), {
    error: "Name the source with 1 to 60 characters, such as billing or crm.",
  });

/** One part of a file on its way in. The query of the upload's address. */
export const Part = z.strictObject({
  workspace,
  id: fileId.optional(),
  name: name.optional(),
  bytes: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  part: z.coerce.number().int().min(0).max(MOST_BYTES).optional(),
});

/** How a person has settled to read a file so far; what is null is suggested. */
export const Draft = z.strictObject({
  kind: kind.nullable(),
  source: source.nullable(),
  map: ImportMap.nullable(),
  /** The fields that were given a column just now, to be read as the column looks. */
  picked: z.array(z.string().max(100)).max(100).readonly().optional(),
});
export type Draft = z.input<typeof Draft>;

export const FileRequest = z.strictObject({ workspace, fileId, draft: Draft });
export const DataRequest = z.strictObject({ workspace });
export const StartRequest = z.strictObject({ workspace, fileId, kind, source, map: ImportMap, task: z.enum(["rehearse", "import"]) });
export const FileNamed = z.strictObject({ workspace, fileId });
export const RunNamed = z.strictObject({ workspace, runId: z.uuid() });
