"use client";

import { Plus } from "lucide-react";
import { useActing } from "@/app/w/[workspace]/acting/acting";
import { TaskLine } from "@/app/w/[workspace]/acting/task-line";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { daysBetween } from "@/lib/kernel/period";
import { describeDistance } from "@/lib/kernel/period-words";
import type { TodayView } from "@/lib/signals/queue/today";
import type { ShownTask } from "@/lib/tasks/data";

/** What is to be done this week, the longest overdue first. */
export function DueTasks({ view: { tasks, today, workspace } }: { view: TodayView }) {
  const act = useActing();
  const { overdue, all } = tasks;
  const note = all === 0 ? undefined : `${all} due within a week${overdue > 0 ? `, ${overdue} of them overdue` : ""}`;
  return (
    <Sheet
      flush
      title="Tasks due"
      note={note}
      actions={
        act ? (
          <Button look="quiet" size="sm" aria-label="New task" onClick={() => act({ what: "task", account: null })}>
            <Plus aria-hidden className="size-3.5" /> Add
          </Button>
        ) : undefined
      }
    >
      {all === 0 ? <p className="px-4 pb-3.5 text-ink-3 text-sm">Nothing is due within a week.</p> : null}
      <ul aria-label="Tasks due" className="divide-y divide-line border-line border-t empty:border-0">
        {tasks.tasks.map((task) => (
          <DueTask key={task.id} task={task} today={today} workspace={workspace.slug} />
        ))}
      </ul>
    </Sheet>
  );
}

function DueTask({ task, today, workspace }: { task: ShownTask; today: string; workspace: string }) {
  const days = daysBetween(today, task.dueOn);
  return (
    <TaskLine task={task}>
      <p className="wrap-anywhere text-ink-3 text-xs">
        <span className={cx("figures", days < 0 && "text-bad")}>
          {days < 0 ? `overdue, ${describeDistance(days)}` : describeDistance(days)}
        </span>
        {task.account ? (
          <>
            {" · "}
            <Link href={`/w/${workspace}/accounts/${task.account.id}`} className="text-ink-2 hover:underline">
              {task.account.name}
            </Link>
          </>
        ) : null}
      </p>
    </TaskLine>
  );
}
