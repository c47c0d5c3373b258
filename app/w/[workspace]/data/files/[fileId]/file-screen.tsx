"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { answered } from "@/app/w/[workspace]/answered";
import { aheadOf, isOfAnother, type Settled } from "@/app/w/[workspace]/data/files/[fileId]/ahead";
import { FileProgress } from "@/app/w/[workspace]/data/files/[fileId]/file-progress";
import { Rehearsal } from "@/app/w/[workspace]/data/files/[fileId]/rehearsal";
import { Settle } from "@/app/w/[workspace]/data/files/[fileId]/settle";
import { StartBar } from "@/app/w/[workspace]/data/files/[fileId]/start-bar";
import { RunReport } from "@/app/w/[workspace]/data/runs/[runId]/run-report";
import { moment, size } from "@/app/w/[workspace]/data/words";
import { Dimmed } from "@/app/w/[workspace]/dimmed";
import { fileKey } from "@/app/w/[workspace]/query-keys";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { readFileAction, startImportAction } from "@/lib/imports/actions";
import type { FileView } from "@/lib/imports/files/view";
import type { DataFrame } from "@/lib/imports/loaders";

const AS_SUGGESTED: Settled = { kind: null, source: null, map: null, picked: [] };
const WATCH = 700;

function isMoving({ file, run }: FileView): boolean {
  return file.status === "waiting" || file.status === "working" || run?.status === "undoing";
}

/** One file on its way in: how it is read, what a dry run says, how far the import is, and what came of it. */
export function FileScreen({ workspace, mayImport, fileId }: DataFrame & { fileId: string }) {
  const { slug, timeZone } = workspace;
  const client = useQueryClient();
  const [draft, setDraft] = useState(AS_SUGGESTED);
  const [busy, start] = useTransition();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: fileKey(slug, fileId, draft),
    queryFn: () => answered(readFileAction({ workspace: slug, fileId, draft })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? WATCH : false),
  });
  if (!data) return error ? <Notice tone="bad">{error.message}</Notice> : <Skeleton className="h-96" />;
  const { file, run } = data;
  const reading = data.reading && isPlaceholderData ? aheadOf(data.reading, draft) : data.reading;

  function order(task: "rehearse" | "import") {
    if (!reading) return;
    const { kind, source, map } = reading;
    start(async () => {
      const answer = await startImportAction({ workspace: slug, fileId, kind, source, map, task });
      if (!answer.ok) return void toast.error(answer.message);
      if (draft === AS_SUGGESTED) return void (await refetch());
      client.removeQueries({ queryKey: fileKey(slug, fileId, AS_SUGGESTED) }); // what was ordered is what is suggested from now on
      setDraft(AS_SUGGESTED);
    });
  }

  const isAtWork = file.status === "waiting" || file.status === "working";
  return (
    <>
      <header className="mb-5 grid gap-1">
        <p className="text-sm">
          <Link href={`/w/${slug}/data`} className="text-accent hover:underline">
            Data
          </Link>
        </p>
        <h1 className="headline break-words text-2xl">{file.name}</h1>
        <p className="figures text-ink-3 text-sm">
          {size(file.bytes)} · uploaded {moment(file.createdAt, timeZone)}
        </p>
      </header>
      <Dimmed when={isPlaceholderData} error={error}>
        {data.fault ? <Notice tone="bad">{data.fault}</Notice> : null}
        {file.fault ? <Notice tone="bad">{file.fault}</Notice> : null}
        {file.status === "receiving" ? (
          <Notice tone="bad">
            This upload did not finish, so it cannot be read. Nothing was imported; upload the file again on the Data page.
          </Notice>
        ) : null}
        {isAtWork ? <FileProgress file={file} run={run} /> : null}
        {file.status === "done" && run ? (
          <RunReport
            workspace={slug}
            timeZone={timeZone}
            run={run}
            rejects={data.rejects}
            columns={data.header}
            fileId={reading ? file.id : null}
            mayImport={mayImport}
          />
        ) : null}
        {reading ? (
          <div id="columns" className="grid grid-cols-1 gap-5">
            {data.rehearsal && draft === AS_SUGGESTED ? (
              <Rehearsal outcome={data.rehearsal} columns={reading.columns.map(({ name }) => name)} />
            ) : null}
            <Settle
              data={data}
              reading={reading}
              picked={isPlaceholderData ? draft.picked : []}
              isStale={isPlaceholderData && isOfAnother(draft)}
              onDraft={setDraft}
              disabled={!mayImport}
              currency={workspace.currency}
            />
            {mayImport ? (
              <StartBar
                reading={reading}
                rehearsed={draft === AS_SUGGESTED ? data.rehearsal : null}
                busy={busy || isPlaceholderData}
                failed={file.status === "failed"}
                onStart={order}
              />
            ) : (
              <Notice>You can look at how this file would be read. An owner, admin or manager can import it.</Notice>
            )}
          </div>
        ) : null}
      </Dimmed>
    </>
  );
}
