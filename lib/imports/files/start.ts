import { checkDelimiter } from "@/lib/imports/csv/read";
import { findStart } from "@/lib/imports/data";
import { columnsOf } from "@/lib/imports/files/column";
import { type Order, orderImport } from "@/lib/imports/files/mutations";
import { questionsOf } from "@/lib/imports/files/questions";
import { readSample } from "@/lib/imports/files/sample";
import { missingOf } from "@/lib/imports/files/view";
import { bindFields } from "@/lib/imports/map";
import { findKind } from "@/lib/imports/registry";
import { rowReader } from "@/lib/imports/values";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { MemberScope } from "@/lib/platform/scope";

/** Orders a rehearsal or an import, once nothing is left open that only a person can know. */
export async function startImport(sql: Sql, scope: MemberScope, wanted: Omit<Order, "header">): Promise<void> {
  const start = await findStart(sql, scope, wanted.fileId);
  if (!start) refuse("There is no such file any more, or it was imported already. Nothing was changed.");
  const { map } = wanted;
  if (map.csv.delimiter !== undefined) checkDelimiter(map.csv.delimiter);
  const kind = findKind(wanted.kind);
  const sample = await readSample(Buffer.from(start.start, "base64"), start, map.csv);
  const bound = bindFields(kind, sample.header, map);
  rowReader(kind, bound, map, scope); // a format that cannot be read is refused here, and not by the job
  const missing = missingOf(kind, bound);
  if (missing.length > 0) refuse(`Say first where these come from: ${missing.join(", ")}. Nothing was read.`);
  const [open] = questionsOf({ kind, map, columns: columnsOf(sample), scope });
  if (open) refuse(`${open.words} Answer that first; nothing was read.`);
  await orderImport(sql, scope, { ...wanted, header: sample.header });
}
