"use client";

import { useQuery } from "@tanstack/react-query";
import { answered } from "@/app/w/[workspace]/answered";
import { DropZone } from "@/app/w/[workspace]/data/drop-zone";
import { OpenFiles } from "@/app/w/[workspace]/data/open-files";
import { RunList } from "@/app/w/[workspace]/data/run-list";
import { SourceList } from "@/app/w/[workspace]/data/source-list";
import { Templates } from "@/app/w/[workspace]/data/templates";
import { Dimmed } from "@/app/w/[workspace]/dimmed";
import { dataKey } from "@/app/w/[workspace]/query-keys";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { readDataAction } from "@/lib/imports/actions";
import type { SourcesView } from "@/lib/imports/files/read-data";
import type { DataPage } from "@/lib/imports/loaders";

const WATCH = 1_500;

function isMoving({ files, runs }: SourcesView): boolean {
  return files.some(({ status }) => status === "waiting" || status === "working") || runs.some(({ status }) => status === "undoing");
}

/** Where every number comes from: the sources and their freshness, what waits, and every run with what it took and refused. */
export function DataScreen({ workspace, mayImport, kinds }: Omit<DataPage, "data">) {
  const { slug, timeZone } = workspace;
  const { data, error, refetch } = useQuery({
    queryKey: dataKey(slug),
    queryFn: () => answered(readDataAction({ workspace: slug })),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? WATCH : false),
  });
  if (!data) return <Skeleton className="h-96" />;
  const { sources, runs, files, asOf } = data;
  return (
    <>
      <ScreenHead title="Can I trust what I see?" asOf={asOf} timeZone={timeZone} stale={false} />
      <Dimmed when={false} error={error}>
        {mayImport ? <DropZone workspace={slug} onSent={() => void refetch()} /> : null}
        {mayImport ? (
          <details open={sources.length === 0} className="text-sm">
            <summary className="cursor-pointer text-ink-2">Templates: a CSV file to begin with, for every kind of record</summary>
            <div className="mt-2.5">
              <Templates workspace={slug} kinds={kinds} />
            </div>
          </details>
        ) : null}
        <OpenFiles workspace={slug} timeZone={timeZone} files={files} mayImport={mayImport} onChange={() => void refetch()} />
        {sources.length === 0 && runs.length === 0 ? (
          <Sheet>
            <EmptyState title="No data yet">
              {mayImport
                ? "Every number here is made of accounts and their subscriptions. Begin with a file of accounts, then one of subscriptions."
                : "Nobody has imported anything into this workspace. An owner, admin or manager can upload the first file here."}
            </EmptyState>
          </Sheet>
        ) : (
          <>
            <SourceList sources={sources} timeZone={timeZone} />
            {runs.length > 0 ? <RunList workspace={slug} runs={runs} timeZone={timeZone} /> : null}
          </>
        )}
      </Dimmed>
    </>
  );
}
