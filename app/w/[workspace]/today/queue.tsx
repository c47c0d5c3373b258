"use client";

import { useRef } from "react";
import { useQueueKeys } from "@/app/w/[workspace]/today/queue-keys";
import { COLUMNS, FIGURES, QueueLine } from "@/app/w/[workspace]/today/queue-line";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { describeDay } from "@/lib/kernel/period-words";
import type { Whose } from "@/lib/signals/queue/choices";
import type { TodayView } from "@/lib/signals/queue/today";

const OF_WHOM: Record<Whose, string> = { mine: "of yours", team: "of your team", all: "of anybody" };

/** The accounts that have something to lose, the most and soonest first. */
export function Queue({ view }: { view: TodayView }) {
  const { lines, all, judged, healthOn } = view;
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
      note={[
        `${more} at risk, with a signal, or with a task that is due, by money × risk × nearness of renewal${healthOn ? `; health of ${describeDay(healthOn)}` : ""}.`,
        ...(judged.unscored > 0 ? [`${judged.unscored} of ${judged.accounts} have not enough data for a score.`] : []),
        "Press ? for the keys.",
      ].join(" ")}
    >
      {lines.length === 0 ? (
        <div className="border-line border-t">
          <NobodyInIt view={view} />
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

/** Why nobody is in the queue: an account of which nothing is known is not a safe one. */
function NobodyInIt({ view: { whose, workspace, healthOn, judged } }: { view: TodayView }) {
  const isBlind = healthOn === null || judged.accounts === judged.unscored;
  const step = (
    <Button asChild>
      <Link href={`/w/${workspace.slug}/${isBlind ? "data" : "accounts"}`}>{isBlind ? "Import a file" : "See all accounts"}</Link>
    </Button>
  );
  if (healthOn === null)
    return (
      <EmptyState title="Nothing is scored yet" step={step}>
        Health is made from what your files tell of accounts; it follows within a minute of the first.
      </EmptyState>
    );
  if (isBlind)
    return (
      <EmptyState title="Nobody can be judged yet" step={step}>
        {judged.accounts === 0
          ? `No account ${OF_WHOM[whose]} has a subscription that runs.`
          : "Too little is known of every account for a score. Bring what they use, ask, answer and pay."}
      </EmptyState>
    );
  return (
    <EmptyState title="Nobody needs saving" step={step}>
      No account {OF_WHOM[whose]} is at risk, has an open signal or a task that is due.
    </EmptyState>
  );
}
