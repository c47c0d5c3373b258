"use client";

import { Pencil, Plus } from "lucide-react";
import { useBearings } from "@/app/w/[workspace]/bearings";
import { NoteDialog } from "@/app/w/[workspace]/marks/note-dialog";
import type { Placed } from "@/components/charts/marks";
import { OwnerName } from "@/components/metric/owners";
import { Button } from "@/components/ui/button";
import { type Mark, mayChange } from "@/lib/annotations/rules";
import { describeDay } from "@/lib/kernel/period-words";

type Props = { marks: readonly Placed<Mark>[]; metric: { id: string; name: string } | null };

/** What the signs on a chart stand for, with the one quiet step that adds another. */
export function MarkList({ marks, metric }: Props) {
  const { mayNote, me } = useBearings();
  if (marks.length === 0 && !mayNote) return null;
  return (
    <div className="mt-2 grid justify-items-start gap-1">
      {marks.length === 0 ? null : (
        <ul aria-label="What happened" className="grid min-w-0 gap-0.5 text-sm">
          {marks.map((mark) => (
            <li key={mark.key} className="flex min-w-0 items-baseline gap-2">
              <span className="figures min-w-5 shrink-0 font-semibold text-xs">{mark.sign}</span>
              <span className="wrap-anywhere min-w-0 text-ink-2">
                <span className="figures text-ink-3">{describeDay(mark.day)}</span> {mark.words}
                {mark.note ? (
                  <span className="text-ink-3 text-xs">
                    {" "}
                    · <OwnerName email={mark.note.author} />
                  </span>
                ) : null}
              </span>
              {mark.note && mayChange(mark.note, me) ? (
                <NoteDialog
                  metric={metric}
                  mark={mark}
                  trigger={
                    <Button
                      look="quiet"
                      size="icon"
                      className="no-print -my-1.5"
                      aria-label={`Change the note ${mark.sign}: ${mark.words}`}
                    >
                      <Pencil aria-hidden className="size-3" />
                    </Button>
                  }
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayNote ? (
        <NoteDialog
          metric={metric}
          trigger={
            <Button look="quiet" size="sm" className="no-print -ml-2.5 text-ink-3">
              <Plus aria-hidden className="size-3.5" /> Note what happened
            </Button>
          }
        />
      ) : null}
    </div>
  );
}
