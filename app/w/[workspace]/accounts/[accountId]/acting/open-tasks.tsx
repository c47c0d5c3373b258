"use client";

import { AccountTask } from "@/app/w/[workspace]/accounts/[accountId]/acting/account-task";
import { describeDay } from "@/lib/kernel/period-words";
import type { ShownTask } from "@/lib/tasks/data";

type Props = { workspace: string; tasks: readonly ShownTask[]; today: string };

/** An account's tasks; those that are closed are folded away. */
export function OpenTasks({ workspace, tasks, today }: Props) {
  const open = tasks.filter(({ status }) => status === "open");
  const closed = tasks.filter(({ status }) => status !== "open");
  return (
    <>
      <ul aria-label="Tasks" className="divide-y divide-line border-line border-t empty:border-0">
        {open.map((task) => (
          <AccountTask key={task.id} workspace={workspace} task={task} today={today} />
        ))}
      </ul>
      {closed.length > 0 ? (
        <details className="border-line border-t">
          <summary className="cursor-pointer px-4 py-2.5 text-accent text-sm">
            {closed.length} closed {closed.length === 1 ? "task" : "tasks"}
          </summary>
          <ul className="divide-y divide-line">
            {closed.map(({ id, title, status, closedOn, outcome }) => (
              <li key={id} className="wrap-anywhere px-4 py-2 text-sm">
                {title}
                <p className="text-ink-3 text-xs">
                  {status === "done" ? "Done" : "Dropped"} {closedOn ? describeDay(closedOn) : ""}
                  {outcome ? `: ${outcome}` : ""}
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
