import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FileReport, importFile } from "@/lib/imports/import-file";
import { parseMap } from "@/lib/imports/map";
import { findKind } from "@/lib/imports/registry";
import { type Sql, withTenant } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { newWorkspace } from "@/tests/support/workspace";

const folder = mkdtempSync(join(tmpdir(), "bellwether-import-"));

/** A workspace of its own for a suite or a test, in Berlin and dollars unless told otherwise. */
export function aWorkspace({ currency = "USD", timeZone = "Europe/Berlin" } = {}): Promise<Scope> {
  return newWorkspace({ currency, timeZone });
}

export function aFile(content: string | Buffer): string {
  const path = join(folder, `${randomBytes(6).toString("hex")}.csv`);
  writeFileSync(path, content);
  return path;
}

/** Imports text as the command line imports a file. */
export function importText(
  scope: Scope,
  kind: string,
  content: string | Buffer,
  more: { source?: string; map?: object; dryRun?: boolean } = {},
): Promise<FileReport> {
  const map = more.map === undefined ? null : parseMap(JSON.stringify(more.map));
  return importFile(scope, {
    kind: findKind(kind),
    path: aFile(content),
    source: more.source ?? "crm",
    map,
    dryRun: more.dryRun ?? false,
    say: () => {},
  });
}

/** Reads rows of a workspace. */
export function rowsOf<Row>(scope: Scope, text: string, params: readonly unknown[] = []): Promise<Row[]> {
  return withTenant(scope, ({ sql }: { sql: Sql }) => sql<Row>(text, params), "read");
}
