"use client";

import Link from "next/link";
import { useRef } from "react";
import { useQueueKeys } from "@/app/w/[workspace]/today/queue-keys";
import { COLUMNS, FIGURES, QueueLine } from "@/app/w/[workspace]/today/queue-line";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Sheet } from "@/components/ui/sheet";
import { describeDay } from "@/lib/kernel/period-words";
import type { Whose } from "@/lib/signals/queue/choices";
import type { TodayView } from "@/lib/signals/queue/today";

const OF_WHOM: Record<Whose, string> = { mine: "of yours", team: "of your team", all: "of anybody" };

/** The accounts that have something to lose, the most and soonest first. */
export function Queue({ view }: { view: TodayView }) {
  const { lines, all, whose, workspace, healthOn } = view;
  const list = useRef<HTMLOListElement>(null);
  useQueueKeys(list, lines);
  const more =
    all > lines.length
      ? `The first ${lines.length} of ${all.toLocaleString("en-US")} accounts`
      : `${all.toLocaleString("en-US")} ${all === 1 ? "account" : "accounts"}`;
  return (
    <Sheet
      flush
      title="The queue"
      note={`${more} at risk, with a signal, or with a task that is due, by money × risk × nearness of renewal${healthOn ? `; health of ${describeDay(healthOn)}` : ""}. Press ? for the keys.`}
    >
      {lines.length === 0 ? (
        <div className="border-line border-t">
          <EmptyState
            title={healthOn === null ? "Nothing is scored yet" : "Nobody needs saving"}
            step={
              <Button asChild>
                <Link href={`/w/${workspace.slug}/${healthOn === null ? "data" : "accounts"}`}>
                  {healthOn === null ? "Import a file" : "See all accounts"}
                </Link>
              </Button>
            }
          >
            {healthOn === null
              ? "Health is made from what your files tell of accounts; it follows within a minute of the first."
              : `No account ${OF_WHOM[whose]} is at risk, has an open signal or a task that is due.`}
          </EmptyState>
        </div>
      ) : (
        <>
          <div aria-hidden className={cx("hidden gap-x-2 border-line border-t px-4 py-1.5 text-ink-3 text-xs lg:grid", COLUMNS)}>
            <span className="col-start-2">Account, why, and what next</span>
            <span className={FIGURES}>
              <span className="text-right">MRR</span>
              <span>Health</span>
              <span>Renewal</span>
              <span className="text-right">At stake</span>
            </span>
          </div>
          <ol ref={list} aria-label="The queue" className="divide-y divide-line border-line border-t">
            {lines.map((line, place) => (
              <QueueLine key={line.id} line={line} place={place + 1} view={view} />
            ))}
          </ol>
        </>
      )}
    </Sheet>
  );
}
