"use client";

import { AlarmClock, AlarmClockOff, ListPlus, TrendingDown, TrendingUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { useActing } from "@/app/w/[workspace]/acting/acting";
import type { Named } from "@/app/w/[workspace]/acting/asked";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { describeDay } from "@/lib/kernel/period-words";
import { unsnoozeSignalAction } from "@/lib/signals/actions";
import type { OpenSignal } from "@/lib/signals/data";
import { reasonOf } from "@/lib/tasks/rules";

type Props = { workspace: string; account: Named; signals: readonly OpenSignal[] };

/** What is open now, and what can be done about it: a task, or later. */
export function RaisedSignals({ workspace, account, signals }: Props) {
  return (
    <ul aria-label="Open signals" className="divide-y divide-line border-line border-t empty:border-0">
      {signals.map((signal) => (
        <RaisedSignal key={`${signal.kind} ${signal.reason}`} workspace={workspace} account={account} signal={signal} />
      ))}
    </ul>
  );
}

function RaisedSignal({ workspace, account, signal }: Omit<Props, "signals"> & { signal: OpenSignal }) {
  const { name, words, tone, next, snooze, fromDay } = signal;
  const act = useActing();
  const Icon = tone === "risk" ? TrendingDown : TrendingUp;
  const suggestion = { title: next.title, type: tone === "risk" ? "risk" : "growth", reason: reasonOf(next.reason) } as const;
  return (
    <li className="flex items-start justify-between gap-2 px-4 py-2 text-sm">
      <div className={cx("flex min-w-0 gap-2", snooze && "text-ink-3")}>
        <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", snooze ? "" : tone === "risk" ? "text-bad" : "text-good")} />
        <div className="min-w-0">
          <p className="wrap-anywhere">
            <span className="sr-only">{tone === "risk" ? "Risk: " : "Chance: "}</span>
            {words}
          </p>
          <p className="wrap-anywhere text-ink-3 text-xs">
            {name}, since {describeDay(fromDay)}
            {snooze ? `; put away until ${describeDay(snooze.untilDay)}: ${snooze.why}` : null}
          </p>
        </div>
      </div>
      {act === null ? null : (
        <span className="no-print -my-1 -mr-2 flex shrink-0">
          <Button
            look="quiet"
            size="icon"
            aria-label={`Make a task of: ${words}`}
            title="Make it a task"
            onClick={() => act({ what: "task", account, suggestion })}
          >
            <ListPlus aria-hidden className="size-4" />
          </Button>
          {snooze ? (
            <Waking workspace={workspace} account={account.id} signal={signal} />
          ) : (
            <Button
              look="quiet"
              size="icon"
              aria-label={`Put away: ${words}`}
              title="Snooze"
              onClick={() => act({ what: "snooze-signal", account, signal })}
            >
              <AlarmClock aria-hidden className="size-4" />
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

function Waking({ workspace, account, signal: { kind, reason, words } }: { workspace: string; account: string; signal: OpenSignal }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const wake = () =>
    start(async () => {
      const answer = await unsnoozeSignalAction({ workspace, account, kind, reason });
      if (answer.ok) router.refresh();
      else toast.error(answer.message);
    });
  return (
    <Button look="quiet" size="icon" disabled={busy} aria-label={`Show again: ${words}`} title="Show again" onClick={wake}>
      <AlarmClockOff aria-hidden className="size-4" />
    </Button>
  );
}
