"use client";

import { AlarmClockOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { TaskLine } from "@/app/w/[workspace]/acting/task-line";
import { OwnerName } from "@/components/metric/owners";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { daysBetween } from "@/lib/kernel/period";
import { describeDay, describeDistance } from "@/lib/kernel/period-words";
import { wakeTaskAction } from "@/lib/tasks/actions";
import type { ShownTask } from "@/lib/tasks/data";
import { REASON_WORDS } from "@/lib/tasks/rules";

/** An open task: what, why, by when and whose. */
export function AccountTask({ workspace, task, today }: { workspace: string; task: ShownTask; today: string }) {
  const days = daysBetween(today, task.dueOn);
  const isAway = task.snoozedUntil !== null && task.snoozedUntil > today;
  return (
    <TaskLine task={task} {...(isAway ? { waking: <Waking workspace={workspace} task={task} /> } : {})}>
      <p className="wrap-anywhere text-ink-3 text-xs">
        <span className={cx(days < 0 && !isAway && "text-bad")}>due {describeDistance(days)}</span>
        {" · "}
        {task.owner ? <OwnerName email={task.owner.email} /> : "nobody’s yet"}
        {" · "}
        {REASON_WORDS[task.reason]}
        {isAway && task.snoozedUntil ? `; put away until ${describeDay(task.snoozedUntil)}: ${task.snoozeReason}` : null}
      </p>
      {task.detail ? <p className="wrap-anywhere whitespace-pre-line text-ink-2 text-xs">{task.detail}</p> : null}
    </TaskLine>
  );
}

function Waking({ workspace, task: { id, version, title } }: { workspace: string; task: ShownTask }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const wake = () =>
    start(async () => {
      const answer = await wakeTaskAction({ workspace, id, version });
      if (answer.ok) router.refresh();
      else toast.error(answer.message);
    });
  return (
    <Button look="quiet" size="icon" disabled={busy} aria-label={`Show again: ${title}`} title="Show again" onClick={wake}>
      <AlarmClockOff aria-hidden className="size-4" />
    </Button>
  );
}
