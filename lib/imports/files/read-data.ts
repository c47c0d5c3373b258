import { type FileRow, listFiles, listRuns, listSources, type RunRow, type SourceRow } from "@/lib/imports/data";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** Everything the Data page shows. */
export type SourcesView = { readonly sources: SourceRow[]; readonly runs: RunRow[]; readonly files: FileRow[]; readonly asOf: string };

export async function readDataView(sql: Sql, scope: Scope, asOf: Date): Promise<SourcesView> {
  return {
    sources: await listSources(sql, scope),
    runs: await listRuns(sql, scope),
    files: await listFiles(sql, scope),
    asOf: asOf.toISOString(),
  };
}
