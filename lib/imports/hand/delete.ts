import type { HandKind } from "@/lib/imports/hand/forms";
import { asOpened } from "@/lib/imports/hand/save";
import { holdRecords } from "@/lib/imports/locks";
import { kinds } from "@/lib/imports/registry";
import { type Removal, removeFound } from "@/lib/imports/remove";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** Deletes one record and all that hangs on it, in the caller's transaction; refuses where it changed since `version`. */
export async function deleteRecord(sql: Sql, scope: Scope, asked: { kind: HandKind; id: string; version: number }): Promise<Removal> {
  await holdRecords(sql, scope);
  const { id, source, externalId, accountId } = await asOpened(sql, asked);
  return removeFound(sql, scope, kinds[asked.kind], { id, source, externalId: externalId ?? id, account: accountId ?? "" });
}
