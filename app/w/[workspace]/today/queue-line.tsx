"use client";

import { AlarmClock, ListPlus, NotebookPen } from "lucide-react";
import { useActing } from "@/app/w/[workspace]/acting/acting";
import { StakeButton } from "@/app/w/[workspace]/today/stake-button";
import { OwnerName } from "@/components/metric/owners";
import { BandMark } from "@/components/ui/band";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { formatMoney } from "@/lib/kernel/money";
import { daysBetween } from "@/lib/kernel/period";
import { describeDistance } from "@/lib/kernel/period-words";
import type { Line } from "@/lib/signals/queue/lines";
import type { TodayView } from "@/lib/signals/queue/today";

/** The figures of a line, and their names above them. */
export const FIGURES = "lg:grid lg:grid-cols-[6rem_8.5rem_6rem_4.5rem_6rem] lg:gap-x-3";
export const COLUMNS = "lg:grid-cols-[1.5rem_minmax(0,1fr)_35rem]";

type Props = { line: Line; place: number; view: Pick<TodayView, "workspace" | "today" | "whose"> };

/** One account: what it pays, how it is, when it renews, why it is here and what comes next. */
export function QueueLine({ line, place, view: { workspace, today, whose } }: Props) {
  const { id, name, owner, mrr, band, daysToRenewal, reasons } = line;
  const [reason, ...more] = reasons;
  return (
    <li className={cx("grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 px-4 py-2.5 focus-within:bg-sunk/60 hover:bg-sunk/60", COLUMNS)}>
      <span className="figures pt-0.5 text-ink-3 text-xs">{place}</span>
      <div className="col-span-2 min-w-0 lg:col-span-1">
        <Link href={`/w/${workspace.slug}/accounts/${id}`} data-queue className="wrap-anywhere font-medium hover:underline">
          {name}
        </Link>
        {whose === "mine" || owner === null ? null : (
          <span className="ml-2 text-ink-3 text-xs">
            <OwnerName email={owner} />
          </span>
        )}
        <p className="wrap-anywhere text-ink-2 text-sm" title={more.length > 0 ? reasons.join("; ") : undefined}>
          {reason}
          {more.length > 0 ? <span className="text-ink-3">, and {more.length} more</span> : null}
        </p>
        <NextStep line={line} today={today} />
      </div>
      <div
        className={cx(
          "col-span-2 col-start-2 mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm lg:col-span-1 lg:col-start-3 lg:mt-0 lg:self-start",
          FIGURES,
        )}
      >
        <span className="figures lg:text-right">
          <span className="sr-only">MRR </span>
          {formatMoney(mrr, workspace.currency)}
        </span>
        <BandMark band={band} className="text-sm" />
        <span className="figures text-ink-2">
          <span className="text-ink-3 lg:sr-only">renews </span>
          {daysToRenewal === null ? "no date" : describeDistance(daysToRenewal)}
        </span>
        <StakeButton line={line} currency={workspace.currency} />
        <LineActions line={line} />
      </div>
    </li>
  );
}

function NextStep({ line: { task, suggestion, id, name }, today }: { line: Line; today: string }) {
  const act = useActing();
  if (task) {
    const late = daysBetween(today, task.dueOn) < 0;
    return (
      <p className="wrap-anywhere text-sm">
        <span className="text-ink-3">Next:</span> {task.title}{" "}
        <span className={late ? "text-bad" : "text-ink-3"}>due {describeDistance(daysBetween(today, task.dueOn))}</span>
      </p>
    );
  }
  return (
    <p className="wrap-anywhere flex gap-1.5 text-sm">
      <span className="shrink-0 text-ink-3">Suggested:</span>
      {act === null ? (
        suggestion.title
      ) : (
        <button
          type="button"
          className="min-w-0 text-left text-accent hover:underline"
          onClick={() => act({ what: "task", account: { id, name }, suggestion })}
        >
          {suggestion.title}
        </button>
      )}
    </p>
  );
}

function LineActions({ line: { id, name, suggestion } }: { line: Line }) {
  const act = useActing();
  if (act === null) return null;
  const account = { id, name };
  return (
    <span className="no-print -my-1 flex justify-self-end">
      <Button
        look="quiet"
        size="icon"
        aria-label={`New task for ${name}`}
        title="Task (t)"
        onClick={() => act({ what: "task", account, suggestion })}
      >
        <ListPlus aria-hidden className="size-4" />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={`New note on ${name}`}
        title="Note (n)"
        onClick={() => act({ what: "touch", account, type: "note" })}
      >
        <NotebookPen aria-hidden className="size-4" />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={`Put ${name} away until a day`}
        title="Snooze (s)"
        onClick={() => act({ what: "snooze-account", account })}
      >
        <AlarmClock aria-hidden className="size-4" />
      </Button>
    </span>
  );
}
