"use client";

import { AlarmClock, Check } from "lucide-react";
import type { ReactNode } from "react";
import { useActing } from "@/app/w/[workspace]/acting/acting";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { ShownTask } from "@/lib/tasks/data";

/** An open task in a list, with what is to be said of it below: pressed, it is edited. `waking`: what wakes one that is put away. */
export function TaskLine({ task, waking, children }: { task: ShownTask; waking?: ReactNode; children: ReactNode }) {
  const act = useActing();
  return (
    <li className="flex items-start justify-between gap-2 px-4 py-2 text-sm">
      <div className={cx("min-w-0", waking !== undefined && "text-ink-3")}>
        {act ? (
          <button
            type="button"
            className="wrap-anywhere text-left font-medium hover:underline"
            onClick={() => act({ what: "change-task", task })}
          >
            {task.title}
          </button>
        ) : (
          <span className="wrap-anywhere font-medium">{task.title}</span>
        )}
        {children}
      </div>
      {act ? (
        <span className="no-print -my-1 -mr-2 flex shrink-0">
          {waking ?? (
            <Button
              look="quiet"
              size="icon"
              aria-label={`Put away: ${task.title}`}
              title="Snooze"
              onClick={() => act({ what: "snooze-task", task })}
            >
              <AlarmClock aria-hidden className="size-4" />
            </Button>
          )}
          <Button
            look="quiet"
            size="icon"
            aria-label={`Close: ${task.title}`}
            title="Done or dropped"
            onClick={() => act({ what: "close-task", task })}
          >
            <Check aria-hidden className="size-4" />
          </Button>
        </span>
      ) : null}
    </li>
  );
}
