"use client";

import {
  CalendarClock,
  Coins,
  Flag,
  HeartPulse,
  LifeBuoy,
  ListTodo,
  MessageSquare,
  NotebookPen,
  Pencil,
  Phone,
  Radio,
  Tag,
  UserRound,
} from "lucide-react";
import { parseAsArrayOf, parseAsStringLiteral, useQueryState } from "nuqs";
import { useTransition } from "react";
import { TouchEdit } from "@/app/w/[workspace]/accounts/[accountId]/acting/touch-edit";
import { actingWords } from "@/app/w/[workspace]/accounts/[accountId]/acting-words";
import { useContinued } from "@/app/w/[workspace]/accounts/[accountId]/continued";
import { eventWords, STREAM_WORDS } from "@/app/w/[workspace]/accounts/[accountId]/event-words";
import { MoreButton } from "@/app/w/[workspace]/accounts/[accountId]/more-button";
import { useValueWords } from "@/components/metric/owners";
import { cx } from "@/components/ui/cx";
import { Sheet } from "@/components/ui/sheet";
import { readTimelineAction } from "@/lib/accounts/actions";
import type { AccountView } from "@/lib/accounts/page/data";
import { STREAMS, type Stream } from "@/lib/accounts/streams";
import { describeDay } from "@/lib/kernel/period-words";

const ICONS = {
  touches: Phone,
  notes: NotebookPen,
  tasks: ListTodo,
  signals: Radio,
  health: HeartPulse,
  tickets: LifeBuoy,
  answers: MessageSquare,
  money: Coins,
  contracts: CalendarClock,
  milestones: Flag,
  offers: Tag,
  owners: UserRound,
  edits: Pencil,
};

type Props = Pick<AccountView, "timeline" | "account" | "workspace"> & {
  signals: Readonly<Record<string, string>>;
  /** Whose touches can be changed here; null: everybody's. */
  mine: string | null;
};

/** Everything that happened, in one stream, newest first; what is shown stands in the address. */
export function Timeline({ timeline, account, workspace, signals, mine }: Props) {
  const [reading, startReading] = useTransition();
  const [shown, setShown] = useQueryState(
    "show",
    parseAsArrayOf(parseAsStringLiteral(STREAMS)).withOptions({ shallow: false, scroll: false, startTransition: startReading }),
  );
  const streams: readonly Stream[] = shown?.length ? shown : STREAMS;
  const { rows, more, busy } = useContinued(timeline, (after) =>
    readTimelineAction({ workspace: workspace.slug, account: account.id, streams: [...streams], after }),
  );
  const valueWords = useValueWords();
  const owner = (email: string | null) => (email === null ? "nobody" : valueWords("owner", email));
  const toggle = (stream: Stream) => {
    const next = shown?.includes(stream) ? shown.filter((one) => one !== stream) : [...(shown ?? []), stream];
    void setShown(next.length === 0 || next.length === STREAMS.length ? null : next);
  };
  return (
    <Sheet title="Timeline" note="What happened, newest first" flush>
      <fieldset className="no-print flex flex-wrap gap-1 border-0 px-4 pb-3">
        <legend className="sr-only">Show only</legend>
        {STREAMS.map((stream) => (
          <button
            key={stream}
            type="button"
            aria-pressed={shown?.includes(stream) ?? false}
            onClick={() => toggle(stream)}
            className={cx(
              "h-7 rounded-md border px-2 text-xs",
              shown?.includes(stream) ? "border-accent bg-accent-wash font-medium text-ink" : "border-line text-ink-2 hover:bg-sunk",
            )}
          >
            {STREAM_WORDS[stream]}
          </button>
        ))}
      </fieldset>
      {rows.length === 0 ? (
        <p className="border-line border-t px-4 py-8 text-center text-ink-2 text-sm">Nothing of this is known.</p>
      ) : null}
      <ol className={cx("border-line border-t", reading && "stale")} aria-label="Timeline">
        {rows.map((line, index) => {
          const { words, under } = actingWords(line.facts, signals) ?? eventWords(line, owner);
          const Icon = ICONS[line.stream];
          return (
            <li key={line.id} className="grid grid-cols-[5.5rem_1.25rem_1fr_auto] gap-x-2 px-4 py-1.5 text-sm">
              <span className="figures text-ink-3 text-xs leading-5">
                {rows[index - 1]?.on === line.on ? <span className="sr-only">{describeDay(line.on)}</span> : describeDay(line.on)}
              </span>
              <Icon aria-hidden className="mt-0.5 size-3.5 text-ink-3" />
              <span className="min-w-0">
                <span className="figures break-words">{words}</span>
                {under ? <span className="block whitespace-pre-line break-words text-ink-3 text-xs">{under}</span> : null}
              </span>
              {mine === null || line.facts.author === mine ? <TouchEdit line={line} account={account} words={words} /> : null}
            </li>
          );
        })}
      </ol>
      <MoreButton words="Show what was before" more={more} busy={busy} />
    </Sheet>
  );
}
