import type { Metadata } from "next";
import { FileScreen } from "@/app/w/[workspace]/data/files/[fileId]/file-screen";
import { fileKey } from "@/app/w/[workspace]/query-keys";
import { Prefetched } from "@/components/shell/prefetched";
import { loadFile } from "@/lib/imports/loaders";

export const metadata: Metadata = { title: "Import" };

export default async function FilePage({ params }: { params: Promise<{ workspace: string; fileId: string }> }) {
  const { workspace, fileId } = await params;
  const { data, ...frame } = await loadFile(workspace, fileId);
  return (
    <Prefetched entries={[{ key: fileKey(workspace, fileId, { kind: null, source: null, map: null, picked: [] }), data }]}>
      <FileScreen {...frame} fileId={fileId} />
    </Prefetched>
  );
}
