"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { isSame } from "@/app/w/[workspace]/health/scorecards/draft";
import { PreviewResult } from "@/app/w/[workspace]/health/scorecards/preview-result";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { previewAction, publishAction } from "@/lib/health/actions";
import type { HealthConfig } from "@/lib/health/config";
import type { Preview } from "@/lib/health/preview";

type Props = {
  workspace: { slug: string; currency: string };
  draft: HealthConfig;
  isDraft: boolean;
  base: number;
  note: string;
  onNote: (note: string) => void;
  mayPublish: boolean;
  onPublished: () => void;
};

/** Who would change band, before anybody does. Only what was looked at can be published. */
export function PreviewPanel({ workspace, draft, isDraft, base, note, onNote, mayPublish, onPublished }: Props) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [fault, setFault] = useState<string>();
  const [seen, setSeen] = useState<{ of: HealthConfig; preview: Preview | null } | null>(null);
  const isSeen = seen !== null && isSame(seen.of, draft);

  function look() {
    start(async () => {
      const answer = await previewAction({ workspace: workspace.slug, config: draft });
      setFault(answer.ok ? undefined : answer.message);
      setSeen(answer.ok ? { of: draft, preview: answer.data } : null);
    });
  }

  function publish() {
    start(async () => {
      const answer = await publishAction({ workspace: workspace.slug, config: draft, base, note });
      setFault(answer.ok ? undefined : answer.message);
      if (!answer.ok) return;
      toast.success(`Version ${answer.data.number} is in force from today on. Today is being scored again.`);
      onNote("");
      setSeen(null);
      onPublished();
      router.refresh();
    });
  }

  return (
    <Sheet title="Before it is published" note="Today's accounts, scored by the draft">
      <div className="grid gap-4">
        {fault ? <Notice tone="bad">{fault}</Notice> : null}
        {isDraft ? null : <p className="text-ink-2 text-sm">Change a weight, a limit or a band, and see here who would move.</p>}
        {isDraft ? (
          <div>
            <Button look={isSeen ? "secondary" : "primary"} disabled={busy || isSeen} onClick={look}>
              {busy ? "Scoring…" : "See who would move"}
            </Button>
          </div>
        ) : null}
        {isDraft && isSeen ? <PreviewResult preview={seen.preview} workspace={workspace} /> : null}
        {isDraft && isSeen && mayPublish ? (
          <form
            className="grid gap-3 border-line border-t pt-4"
            onSubmit={(event) => {
              event.preventDefault();
              publish();
            }}
          >
            <Field label="What changes, and why" hint="Stands beside the version for good, with your name.">
              <Input value={note} onChange={({ target }) => onNote(target.value)} required minLength={3} maxLength={300} />
            </Field>
            <div>
              <Button type="submit" look="primary" disabled={busy}>
                Publish from today on
              </Button>
            </div>
          </form>
        ) : null}
        {isDraft && isSeen && !mayPublish ? <p className="text-ink-3 text-sm">A manager or an admin can publish it.</p> : null}
      </div>
    </Sheet>
  );
}
