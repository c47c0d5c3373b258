"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { uploadFile } from "@/app/w/[workspace]/data/upload-file";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Meter } from "@/components/ui/meter";
import { Notice } from "@/components/ui/notice";

type Sending = { name: string; share: number };

/** Where files come in: dropped, or chosen. One file leads on to its page, several stay in the list below. */
export function DropZone({ workspace, onSent }: { workspace: string; onSent: () => void }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [faults, setFaults] = useState<string[]>([]);

  async function take(files: readonly File[]) {
    setFaults([]);
    const ids: string[] = [];
    for (const file of files) {
      setSending({ name: file.name, share: 0 });
      try {
        ids.push(await uploadFile(workspace, file, (share) => setSending({ name: file.name, share })));
      } catch (error) {
        setFaults((before) => [...before, error instanceof Error ? error.message : `${file.name} could not be uploaded.`]);
      }
    }
    setSending(null);
    const [only, another] = ids;
    if (only !== undefined && another === undefined && files.length === 1) router.push(`/w/${workspace}/data/files/${only}`);
    else onSent();
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!sending) void take([...event.dataTransfer.files]);
  }

  return (
    <div className="grid gap-3">
      <section
        aria-label="Upload files"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          "flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-dashed bg-sheet px-4 py-5",
          isOver ? "border-accent bg-accent-wash" : "border-line-strong",
        )}
      >
        <Upload aria-hidden className="size-5 text-ink-3" />
        <div className="min-w-0 grow basis-64">
          <p className="font-medium">Drop CSV files here</p>
          <p className="text-ink-3 text-sm">
            Accounts, subscriptions, tickets, answers, usage: one kind a file, up to 200 MB. Nothing is imported before you say so.
          </p>
        </div>
        <input
          ref={input}
          type="file"
          multiple
          accept=".csv,.tsv,.txt,text/csv"
          aria-label="CSV files"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void take([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        <Button look="primary" disabled={sending !== null} onClick={() => input.current?.click()}>
          Choose files
        </Button>
        {sending ? (
          <div className="w-full">
            <Meter label={`Uploading ${sending.name}`} share={sending.share} />
          </div>
        ) : null}
      </section>
      {faults.map((fault) => (
        <Notice key={fault} tone="bad">
          {fault}
        </Notice>
      ))}
    </div>
  );
}
