import type { Metadata } from "next";
import { RunReport } from "@/app/w/[workspace]/data/runs/[runId]/run-report";
import { Link } from "@/components/ui/link";
import { loadRun } from "@/lib/imports/loaders";

export const metadata: Metadata = { title: "Import" };

export default async function RunPage({ params }: { params: Promise<{ workspace: string; runId: string }> }) {
  const { workspace: slug, runId } = await params;
  const { workspace, run, rejects, original, mayImport } = await loadRun(slug, runId);
  return (
    <>
      <header className="mb-5 grid gap-1">
        <Link href={`/w/${slug}/data`} className="text-accent text-sm hover:underline">
          Data
        </Link>
        <h1 className="headline break-words text-2xl">{run.fileName}</h1>
      </header>
      <RunReport
        workspace={slug}
        timeZone={workspace.timeZone}
        run={run}
        rejects={rejects}
        columns={original?.header ?? []}
        fileId={original?.isHere ? original.fileId : null}
        mayImport={mayImport}
      />
    </>
  );
}
