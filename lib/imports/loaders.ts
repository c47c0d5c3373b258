import "server-only";
import { notFound } from "next/navigation";
import { findOriginal, findRun, listFirstRejects, type Original, type RunRow } from "@/lib/imports/data";
import { readDataView, type SourcesView } from "@/lib/imports/files/read-data";
import { type FileView, readFileView } from "@/lib/imports/files/view";
import type { Reject } from "@/lib/imports/prepared";
import { kinds } from "@/lib/imports/registry";
import { can } from "@/lib/people/matrix";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { requireScope } from "@/lib/platform/session";

/** Where a page of the data stands, and whether who looks may also import and undo. */
export type DataFrame = {
  readonly workspace: { slug: string; currency: string; timeZone: string };
  readonly mayImport: boolean;
};

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** `kinds`: those of which there is a template. */
export type DataPage = DataFrame & { readonly kinds: readonly string[]; readonly data: SourcesView };

export async function loadData(slug: string): Promise<DataPage> {
  const scope = await requireScope(slug, "/w/[workspace]/data");
  const data = await withTenant(scope, ({ sql }) => readDataView(sql, scope, now()), "read");
  return { ...frameOf(scope), kinds: Object.keys(kinds), data };
}

/** A file, read as its looks or its source's last map suggest. */
export async function loadFile(slug: string, fileId: string): Promise<DataFrame & { data: FileView }> {
  const scope = await requireScope(slug, "/w/[workspace]/data/files/[fileId]");
  if (!UUID.test(fileId)) notFound();
  const draft = { kind: null, source: null, map: null };
  const data = await withTenant(scope, ({ sql }) => readFileView(sql, scope, { fileId, draft }), "read");
  if (!data) notFound();
  return { ...frameOf(scope), data };
}

export type RunPage = DataFrame & { readonly run: RunRow; readonly rejects: Reject[]; readonly original: Original | null };

export async function loadRun(slug: string, runId: string): Promise<RunPage> {
  const scope = await requireScope(slug, "/w/[workspace]/data/runs/[runId]");
  if (!UUID.test(runId)) notFound();
  const [run, rejects, original] = await withTenant(
    scope,
    async ({ sql }) =>
      [await findRun(sql, scope, runId), await listFirstRejects(sql, scope, runId), await findOriginal(sql, scope, runId)] as const,
    "read",
  );
  if (!run) notFound();
  return { ...frameOf(scope), run, rejects, original };
}

function frameOf({ slug, currency, timeZone, actor }: MemberScope): DataFrame {
  return { workspace: { slug, currency, timeZone }, mayImport: can(actor.role, "import.start") };
}
