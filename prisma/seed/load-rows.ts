import { loadRecords } from "@/lib/imports/load";
import type { KindName, RowOf } from "@/lib/imports/registry";
import type { Scope } from "@/lib/platform/scope";

/** Loads a seed's own rows, of which none may be refused. `at` is when changes of accounts count as having happened. */
export async function loadRows<Name extends KindName>(
  scope: Scope,
  { kind, source, rows, at }: { kind: Name; source: string; rows: readonly RowOf<Name>[]; at?: Date },
): Promise<void> {
  const { rejected, rejects } = await loadRecords(scope, kind, source, rows, at ? { at } : {});
  if (rejected > 0) throw new Error(`the seed's own ${kind} were rejected: ${JSON.stringify(rejects.slice(0, 3))}`);
}
