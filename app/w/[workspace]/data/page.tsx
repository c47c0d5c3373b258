import type { Metadata } from "next";
import { DataScreen } from "@/app/w/[workspace]/data/data-screen";
import { dataKey } from "@/app/w/[workspace]/query-keys";
import { Prefetched } from "@/components/shell/prefetched";
import { loadData } from "@/lib/imports/loaders";

export const metadata: Metadata = { title: "Data" };

export default async function DataPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { data, ...frame } = await loadData((await params).workspace);
  return (
    <Prefetched entries={[{ key: dataKey(frame.workspace.slug), data }]}>
      <DataScreen {...frame} />
    </Prefetched>
  );
}
