"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { Part } from "@/app/w/[workspace]/summary/[month]/context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { describeDay, describePeriod } from "@/lib/kernel/period-words";
import { reportMonthAction } from "@/lib/summary/actions";

/** Whether the month is over and was reported, and what moved since. */
export function ReportLine({ workspace, summary: { month, isOpen, reported, restated }, mayReport }: Part & { mayReport: boolean }) {
  if (reported !== null)
    return (
      <div className="text-ink-2 text-sm" data-testid="reported">
        <p>
          As reported on {describeDay(reported.on)} by {reported.author}.{" "}
          {restated.length === 0
            ? "No number moved since."
            : `${restated.length === 1 ? "One number was" : `${restated.length} numbers were`} restated since; what was reported stands beside each.`}
        </p>
        <details className="no-print mt-1">
          <summary className="cursor-pointer text-ink-3 text-xs">The words of the report</summary>
          <ul className="mt-1 grid max-w-prose gap-1.5 border-line border-l-2 pl-3 text-ink-2">
            {reported.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-2 text-sm" data-testid="reported">
      {isOpen ? <Badge tone="accent">{describePeriod(month)} is not over; these are its numbers so far</Badge> : <p>Not reported yet.</p>}
      {mayReport && !isOpen ? <ReportButton workspace={workspace.slug} month={month} /> : null}
    </div>
  );
}

function ReportButton({ workspace, month }: { workspace: string; month: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();
  const report = () =>
    start(async () => {
      const answer = await reportMonthAction({ workspace, month });
      setRefusal(answer.ok ? undefined : answer.message);
      if (!answer.ok) return;
      toast.success(`${describePeriod(month)} is reported.`);
      setOpen(false);
      router.refresh();
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" className="no-print">
          Report this month
        </Button>
      }
      title={`Report ${describePeriod(month)}?`}
      description="Its numbers and words are kept as they are now, once and for good. Where late data moves a number, what was reported stands beside it."
    >
      {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={() => setOpen(false)}>Cancel</Button>
        <Button look="primary" disabled={busy} onClick={report}>
          Report {describePeriod(month)}
        </Button>
      </div>
    </Dialog>
  );
}
